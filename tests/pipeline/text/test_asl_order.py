"""English sentences and how American Sign Language orders them.

The expected glosses follow the descriptions of Neidle et al., The Syntax of American Sign Language
(2000), and Valli and Lucas, Linguistics of American Sign Language (2000): time first, subject, verb and
object after it, NOT before the verb, NONE and question words at the end, no articles, no copula. The
sentences are our own.
"""

import pytest

from pipeline.text.translate import translate

WORDS = """
ix-1 ix-2 ix-3 ix-1-pl ix-3-pl poss-1 poss-2 poss-3 poss-1-pl poss-3-pl
hello goodbye thank-you please sorry yes no not none never always finish will can must may
what where when who why how which how-many how-old
name deaf hearing sign language asl learn teacher student school work house book car dog cat
mother father brother sister friend child people man woman boy girl baby family
eat drink want like love need have go come live help know understand think see buy give read write
meet visit study sleep call wait tell make
coffee water food money problem movie phone doctor hospital store
big small old new happy sad sick tired hungry red blue good bad difficult
today tomorrow yesterday now morning afternoon evening night week month year monday friday summer
last next every day hour ago two three many one ten
and but if because with for from about on in table park rain cold home berlin example plane
"""
KNOWN = frozenset("abcdefghijklmnopqrstuvwxyz") | frozenset(WORDS.split())

SENTENCES = {
    "Hello, my name is Anna.": "HELLO POSS-1 NAME ANNA",
    "Thank you!": "THANK-YOU",
    "I am deaf.": "IX-1 DEAF",
    "The teacher is sick today.": "TODAY TEACHER SICK",
    "Yesterday I went to school.": "YESTERDAY IX-1 GO SCHOOL",
    "I went to school yesterday.": "YESTERDAY IX-1 GO SCHOOL",
    "We will visit my mother next week.": "NEXT WEEK IX-1-PL WILL VISIT POSS-1 MOTHER",
    "Two years ago she lived in Berlin.": "TWO YEAR AGO IX-3 LIVE BERLIN",
    "He works every day.": "EVERY DAY IX-3 WORK",
    "On Friday the children see a movie.": "FRIDAY CHILD SEE MOVIE",
    "In the morning I drink coffee.": "MORNING IX-1 DRINK COFFEE",
    "What is your name?": "POSS-2 NAME WHAT",
    "What's your name?": "POSS-2 NAME WHAT",
    "what is your name": "POSS-2 NAME WHAT",
    "Where do you live?": "IX-2 LIVE WHERE",
    "Where did you buy the book?": "IX-2 BUY BOOK WHERE",
    "Why are you sad?": "IX-2 SAD WHY",
    "How many children do you have?": "CHILD IX-2 HAVE HOW-MANY",
    "How old is your brother?": "POSS-2 BROTHER HOW-OLD",
    "When does the doctor come?": "DOCTOR COME WHEN",
    "Who is the woman?": "WOMAN WHO",
    "Are you hungry?": "IX-2 HUNGRY",
    "Do you like coffee?": "IX-2 LIKE COFFEE",
    "Can you help me?": "IX-2 CAN HELP IX-1",
    "Where can I buy food tomorrow?": "TOMORROW IX-1 CAN BUY FOOD WHERE",
    "I don't like coffee.": "IX-1 NOT LIKE COFFEE",
    "She is not happy.": "IX-3 NOT HAPPY",
    "He doesn't understand.": "IX-3 NOT UNDERSTAND",
    "We can't come tomorrow.": "TOMORROW IX-1-PL CAN NOT COME",
    "I have no money.": "IX-1 HAVE MONEY NONE",
    "I never eat fish.": "IX-1 NEVER EAT FISH",
    "I have eaten.": "IX-1 FINISH EAT",
    "Have you seen the movie?": "IX-2 FINISH SEE MOVIE",
    "I would like water, please.": "IX-1 WANT WATER PLEASE",
    "You have to wait.": "IX-2 MUST WAIT",
    "I'm going to study tomorrow.": "TOMORROW IX-1 WILL STUDY",
    "It is raining today.": "TODAY RAIN",
    "There are two problems.": "HAVE TWO PROBLEM",
    "If it is cold, I stay home.": "IF COLD IX-1 STAY HOME",
    "I worked yesterday and today I sleep.": "YESTERDAY IX-1 WORK AND TODAY IX-1 SLEEP",
    "My mother and I like the blue car.": "POSS-1 MOTHER AND IX-1 LIKE BLUE CAR",
    "I know where you live.": "IX-1 KNOW WHERE IX-2 LIVE",
    "The book is on the table.": "BOOK ON TABLE",
    "Which book do you want?": "BOOK IX-2 WANT WHICH",
    "Why don't you sign?": "IX-2 NOT SIGN WHY",
    "Are there any problems?": "HAVE ANY PROBLEM",
    "Will you help me?": "IX-2 WILL HELP IX-1",
    "I'll meet you at the station at 3 o'clock.": "THREE O'CLOCK IX-1 WILL MEET IX-2 STATION",
    "My birthday is on March 3rd.": "MARCH THIRD POSS-1 BIRTHDAY",
    "I want to learn sign language because my daughter is deaf.": (
        "IX-1 WANT LEARN SIGN LANGUAGE BECAUSE POSS-1 DAUGHTER DEAF"
    ),
    "Tomorrow it will rain.": "TOMORROW WILL RAIN",
    "When it rains I stay home.": "WHEN RAIN IX-1 STAY HOME",
    "I stay home if it is cold.": "IF COLD IX-1 STAY HOME",
    "The movie is at half past three on Monday.": "HALF PAST THREE MONDAY MOVIE",
    "I came home on July 4th, 1998.": "JULY FOURTH NINETEEN NINETY-EIGHT IX-1 COME HOME",
    "He has been a teacher.": "IX-3 TEACHER",
    "What time is it?": "TIME WHAT",
    "As for my mother, she likes coffee.": "POSS-1 MOTHER IX-3 LIKE COFFEE",
    "My sister's friend is deaf.": "POSS-1 SISTER POSS-3 FRIEND DEAF",
    "They called us at night.": "NIGHT IX-3-PL CALL IX-1-PL",
    "The students have new books, but they are not happy.": ("STUDENT HAVE NEW BOOK BUT IX-3-PL NOT HAPPY"),
}


@pytest.mark.parametrize("text", SENTENCES)
def test_english_is_signed_in_the_order_of_asl(text: str) -> None:
    glosses = translate(text, "en", "ase", KNOWN).glosses
    assert " ".join(gloss.name for gloss in glosses) == SENTENCES[text]


IMPERSONAL = """
It rained yesterday.|It will rain.|It doesn't rain here.|It never rains.
It has rained all day.|Does it rain often?|Will it rain tomorrow?|It started to rain.
It is going to rain.|It looks like rain.|I think it might rain.|It is cold.
It isn't so cold.|Was it cold?|It is getting cold.|It could be cold.
It is a cold day.|It seems cold.|It is five o'clock.|It is 3:30.
It is Monday.|It is nice weather.|It is good to see you.|It seems that he is sick.
"""
POINTING = """
I like it.|It is my book.|It is a hot potato.|It hurts.
It is a dog.|It looks at you.|It will come.
"""


@pytest.mark.parametrize("text", IMPERSONAL.strip().replace("\n", "|").split("|"))
def test_it_points_at_nothing_where_it_stands_for_the_weather_or_the_time(text: str) -> None:
    found = translate(text, "en", "ase", KNOWN)
    pointed = [gloss for gloss in found.glosses if gloss.span and gloss.evidence.word == "it"]
    assert not pointed
    assert "points at nothing" in [left.reason for left in found.dropped]


@pytest.mark.parametrize("text", POINTING.strip().replace("\n", "|").split("|"))
def test_it_points_where_it_stands_for_a_thing(text: str) -> None:
    assert "IX-3" in [gloss.name for gloss in translate(text, "en", "ase", KNOWN).glosses]
