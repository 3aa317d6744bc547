"""Chinese sentences as words, and how Chinese Sign Language (CSL) orders them.

The expected glosses follow Yang and Fischer (2002) and Fischer and Gong (2010): time first, negations and
question words last, no particles, copula or measure words. The sentences are our own.
"""

import pytest

from pipeline.text.gloss import Mood, Origin
from pipeline.text.translate import translate

WORDS = """
ix-1 ix-2 ix-3 昨天 明天 学校 去 妹妹 没有 名字 什么 书 三 有
如果 下雨 在家 喜欢 不 茶 喝 爸爸 手语 聋人
"""
KNOWN = frozenset("abcdefghijklmnopqrstuvwxyz") | frozenset(WORDS.split())

SENTENCES = {
    "昨天我没有去学校。": "昨天 IX-1 去 学校 没有",
    "我昨天去学校了。": "昨天 IX-1 去 学校",
    "你叫什么名字？": "IX-2 叫 名字 什么",
    "他有三本书": "IX-3 有 三 书",
    "如果明天下雨，我在家。": "如果 明天 下雨 IX-1 在家",
    "我不喜欢喝茶": "IX-1 喜欢 喝 茶 不",
    "他的父亲是聋人。": "IX-3 爸爸 聋人",
    "我叫Anna": "IX-1 叫 ANNA",
    "2024年5月": "二 零 二 四 年 五 月",
    "10205": "一 万 零 二 百 零 五",
    "110000": "十 一 万",
}


@pytest.mark.parametrize("text", SENTENCES)
def test_chinese_is_signed_in_the_order_of_csl(text: str) -> None:
    glosses = translate(text, "zh", "csl", KNOWN).glosses
    assert " ".join(gloss.name for gloss in glosses) == SENTENCES[text]


def test_a_gloss_of_the_dictionary_is_one_word_and_an_unknown_word_is_missing_not_lost() -> None:
    text = "我喜欢自行车"
    whole = translate(text, "zh", "csl", KNOWN | {"喜欢自行车"}).glosses
    assert [gloss.name for gloss in whole] == ["IX-1", "喜欢自行车"]
    last = translate(text, "zh", "csl", KNOWN).glosses[-1]
    assert (last.name, last.origin, last.span) == ("自行车", Origin.MISSING, (3, 6))


def test_the_particle_of_a_question_makes_it_one() -> None:
    assert translate("你喝茶吗？", "zh", "csl", KNOWN).readings[0].mood is Mood.YES_NO
