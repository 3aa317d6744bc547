"""German sentences and how German Sign Language (DGS) orders them.

The expected glosses follow the descriptions of Happ and Vorköper, Deutsche Gebärdensprache (2006), and
Papaspyrou et al., Grammatik der Deutschen Gebärdensprache (2008): time, place, subject, object, verb,
modal verb, negation, question word; adjectives after nouns; no articles, no copula. The sentences are
our own.
"""

import pytest

from pipeline.text.translate import translate

WORDS = """
ix-1 ix-2 ix-3 ix-1-pl ix-2-pl poss-1 poss-2 poss-3 poss-1-pl
hallo tschüss danke bitte ja nein nicht kein nie
was wo wann wer warum wie woher wohin alt
name gehörlos hörend gebärde sprache lernen lehrer schule arbeit arbeiten haus buch auto hund katze
mutter vater bruder schwester freund kind mann frau baby familie
essen trinken wollen möchten mögen lieben brauchen haben gehen kommen wohnen helfen wissen verstehen
sehen kaufen geben lesen schreiben treffen besuchen schlafen warten können müssen dürfen fahren
anrufen aufstehen heißen spielen bleiben sitzen regnen bauen
kaffee wasser geld problem film telefon arzt krankenhaus garten apfel birne brot tee glas
groß klein neu rot blau gut schlecht müde krank glücklich hungrig
heute morgen gestern jetzt abend nacht woche monat jahr montag sommer letzte nächste jede tag stunde
zwei drei viel noch und aber oder weil wenn mit für ohne vor berlin münchen zuhause regen
wahrscheinlichkeit wetter karte sued gehören hören von
"""
KNOWN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß") | frozenset(WORDS.split())

SENTENCES = {
    "Hallo, ich heiße Anna.": "HALLO IX-1 ANNA HEISSEN",
    "Mein Name ist Wolf.": "POSS-1 NAME WOLF",
    "Ich bin gehörlos.": "IX-1 GEHÖRLOS",
    "Heute ist der Lehrer krank.": "HEUTE LEHRER KRANK",
    "Ich lese ein Buch.": "IX-1 BUCH LESEN",
    "Gestern habe ich ein Buch gelesen.": "GESTERN IX-1 BUCH LESEN",
    "Ich bin gestern nach Berlin gefahren.": "GESTERN IX-1 BERLIN FAHREN",
    "Am Montag gehe ich in die Schule.": "MONTAG IX-1 SCHULE GEHEN",
    "Nächste Woche besuchen wir meine Mutter.": "NÄCHSTE WOCHE IX-1-PL POSS-1 MUTTER BESUCHEN",
    "Vor zwei Jahren wohnte sie in München.": "VOR ZWEI JAHR IX-3 MÜNCHEN WOHNEN",
    "Er arbeitet jeden Tag.": "JEDE TAG IX-3 ARBEITEN",
    "Im Sommer spielen die Kinder im Garten.": "SOMMER GARTEN KIND SPIELEN",
    "Wir haben im Garten Kaffee getrunken.": "GARTEN IX-1-PL KAFFEE TRINKEN",
    "Wie heißt du?": "IX-2 HEISSEN WIE",
    "Was ist dein Name?": "POSS-2 NAME WAS",
    "was ist dein name": "POSS-2 NAME WAS",
    "Wo wohnst du?": "IX-2 WOHNEN WO",
    "Wie alt bist du?": "IX-2 WIE ALT",
    "Wann kommt der Arzt?": "ARZT KOMMEN WANN",
    "Warum bist du müde?": "IX-2 MÜDE WARUM",
    "Wer kauft das Auto?": "AUTO KAUFEN WER",
    "Hast du Hunger?": "IX-2 HUNGER HABEN",
    "Kommst du heute Abend?": "HEUTE ABEND IX-2 KOMMEN",
    "Kannst du mir helfen?": "IX-2 IX-1 HELFEN KÖNNEN",
    "Ich verstehe das nicht.": "IX-1 IX-3 VERSTEHEN NICHT",
    "Ich habe kein Geld.": "IX-1 GELD HABEN KEIN",
    "Er kann nicht kommen.": "IX-3 KOMMEN KÖNNEN NICHT",
    "Ich habe noch nicht gegessen.": "IX-1 ESSEN NOCH NICHT",
    "Sie ist nicht glücklich.": "IX-3 GLÜCKLICH NICHT",
    "Ich rufe dich morgen an.": "MORGEN IX-1 IX-2 ANRUFEN",
    "Wann stehst du auf?": "IX-2 AUFSTEHEN WANN",
    "Meine Schwester hat ein rotes Auto.": "POSS-1 SCHWESTER AUTO ROT HABEN",
    "Der kleine Hund schläft.": "HUND KLEIN SCHLAFEN",
    "Ich möchte ein Glas Wasser trinken.": "IX-1 GLAS WASSER TRINKEN MÖCHTEN",
    "Du musst warten.": "IX-2 WARTEN MÜSSEN",
    "Ich kaufe Äpfel, Birnen und Brot.": "IX-1 APFEL BIRNE UND BROT KAUFEN",
    "Ich esse und du trinkst Tee.": "IX-1 ESSEN UND IX-2 TEE TRINKEN",
    "Weil ich krank bin, bleibe ich zu Hause.": "WEIL IX-1 KRANK IX-1 ZUHAUSE BLEIBEN",
    "Ich weiß nicht, wo er wohnt.": "IX-1 WISSEN NICHT WO IX-3 WOHNEN",
    "Morgen regnet es im Süden.": "MORGEN SÜD REGNEN",
    "Die Regenwahrscheinlichkeit ist groß.": "REGEN+WAHRSCHEINLICHKEIT GROSS",
    "Sein Bruder hat zwei Kinder.": "POSS-3 BRUDER ZWEI KIND HABEN",
    "Das ist mein Freund.": "IX-3 POSS-1 FREUND",
    "Wohnen deine Eltern in Berlin?": "POSS-2 ELTERN BERLIN WOHNEN",
    "Sie ist eine sehr gute Lehrerin.": "IX-3 LEHRER SEHR GUT",
    "Gibt es hier Kaffee?": "HIER KAFFEE HABEN",
    "Er steht um sechs Uhr auf und geht zur Arbeit.": "SECHS UHR IX-3 AUFSTEHEN UND ARBEIT GEHEN",
    "Hast du Zeit, mir zu helfen?": "IX-2 ZEIT HABEN IX-1 HELFEN",
    "Ich freue mich auf den Sommer.": "IX-1 SOMMER GLÜCKLICH",
    "Ich will Gebärdensprache lernen.": "IX-1 GEBÄRDE LERNEN WOLLEN",
    "Im Sommer scheint die Sonne, im Süden regnet es.": "SOMMER SONNE SCHEINEN SÜD REGNEN",
    "Bitte warten Sie!": "BITTE IX-2 WARTEN",
    "Mein Hund ist rot und weiß.": "POSS-1 HUND ROT UND WEISS",
    "Ich weiß das.": "IX-1 IX-3 WISSEN",
    "Es wird kalt.": "KALT WERDEN",
    "Es ist halb acht.": "HALB ACHT",
    "Es ist mein Buch.": "IX-3 POSS-1 BUCH",
    "Es schläft.": "IX-3 SCHLAFEN",
    "Wir treffen uns um Viertel nach acht.": "VIERTEL NACH ACHT IX-1-PL TREFFEN",
    "Ich stehe auf um sechs Uhr.": "SECHS UHR IX-1 AUFSTEHEN",
    "Holst du mich ab?": "IX-2 IX-1 ABHOLEN",
    "Vergiss nicht, deine Mutter anzurufen!": "VERGESSEN NICHT POSS-2 MUTTER ANRUFEN",
    "Er wurde am 20. Mai 1998 geboren.": ("ZWANZIGSTE MAI NEUNZEHN HUNDERT ACHTUNDNEUNZIG IX-3 GEBOREN"),
    "Ich gehe nie in die Schule.": "IX-1 NIE SCHULE GEHEN",
    "Wenn es regnet, bleibe ich zu Hause.": "WENN REGNEN IX-1 ZUHAUSE BLEIBEN",
    "Ich habe keinen Hund und keine Katze.": "IX-1 HUND KEIN UND KATZE KEIN HABEN",
    "Er kauft kein rotes Auto, kein Haus, keine Katze.": "IX-3 AUTO ROT KEIN HAUS KEIN KATZE KEIN KAUFEN",
    "Kein Kind hat keinen Hunger.": "KIND KEIN HUNGER KEIN HABEN",
    "Das gehört mir.": "IX-3 IX-1 GEHÖREN",
    "Gehört das Auto deiner Mutter?": "AUTO POSS-2 MUTTER GEHÖREN",
    "Wem gehört der Hund?": "HUND GEHÖREN WER",
    "Das Haus hat mir gehört.": "HAUS IX-1 GEHÖREN",
    "Ich habe das gehört.": "IX-1 IX-3 HÖREN",
    "Ich habe von dir gehört.": "IX-1 VON IX-2 HÖREN",
    "Ich habe ein Auto und einen Hund gekauft.": "IX-1 AUTO UND HUND KAUFEN",
    "Ich habe einen Hund und du kaufst eine Katze.": "IX-1 HUND HABEN UND IX-2 KATZE KAUFEN",
    "Ich bleibe zu Hause, wenn es regnet.": "WENN REGNEN IX-1 ZUHAUSE BLEIBEN",
}


@pytest.mark.parametrize("text", SENTENCES)
def test_german_is_signed_in_the_order_of_dgs(text: str) -> None:
    glosses = translate(text, "de", "gsg", KNOWN).glosses
    assert " ".join(gloss.name.replace("ẞ", "SS") for gloss in glosses) == SENTENCES[text]


@pytest.mark.parametrize(
    "text",
    [
        "Ich lese ein Buch.",
        "Am Montag gehe ich in die Schule.",
        "Im Sommer spielen die Kinder im Garten.",
        "Ich möchte ein Glas Wasser trinken.",
        "Mein Name ist Wolf.",
        "Morgen regnet es im Süden.",
    ],
)
def test_german_without_capitals_is_signed_in_the_same_order(text: str) -> None:
    glosses = translate(text.lower(), "de", "gsg", KNOWN).glosses
    assert " ".join(gloss.name.replace("ẞ", "SS") for gloss in glosses) == SENTENCES[text]


def test_each_of_several_negations_holds_its_noun_together_with_its_pause() -> None:
    """The stillness between the parts of an enumeration follows KEIN and does not part it from its noun."""
    glosses = translate("Er hat kein Auto, kein Haus.", "de", "gsg", KNOWN).glosses
    assert [(gloss.name, gloss.pause > 0) for gloss in glosses] == [
        ("IX-3", False), ("AUTO", False), ("KEIN", True), ("HAUS", False), ("KEIN", False), ("HABEN", True),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["0170 1234567", "030/123 45 67", "0170-1234567"])
def test_a_telephone_number_is_read_digit_by_digit(text: str) -> None:
    glosses = translate(f"Ruf mich an: {text}", "de", "gsg", KNOWN).glosses
    number = [gloss for gloss in glosses if gloss.span and gloss.span[0] == 13]
    assert "MILLION" not in [gloss.name for gloss in number] and number[0].name == "NULL"
    assert number[0].evidence.reason == "number"
