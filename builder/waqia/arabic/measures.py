"""The closed classes of words around a number that say what kind of number it is and how exact: folded word lists."""

from __future__ import annotations

from enum import StrEnum

from waqia.arabic.words import listed


class Hedge(StrEnum):
    """What words before or after a number do to it."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    LESS = "less"
    ABOUT = "about"


_BEFORE = {
    Hedge.AT_LEAST: """
        اكثر من
        ازيد من
        اكبر من
        اعلي من
        لا يقل عن
        لا تقل عن
        لا يقلون عن
        ما لا يقل عن
        ما لا تقل عن
        يزيد عن
        يزيد علي
        تزيد عن
        تزيد علي
        ما يزيد عن
        ما يزيد علي
        يربو علي
        تربو علي
        ما يربو علي
        ينيف علي
        ينيف عن
        ما ينيف علي
        يفوق
        تفوق
        ما يفوق
        فاق
        فاقت
        فوق
        يتجاوز
        تتجاوز
        تجاوز
        تجاوزت
        ما يتجاوز
        علي اقل
        علي اقل تقدير""",
    Hedge.AT_MOST: """
        لا يتجاوز
        لا تتجاوز
        لم يتجاوز
        لم تتجاوز
        لا يتعدي
        لا تتعدي
        لم يتعد
        لا يزيد عن
        لا يزيد علي
        لا تزيد عن
        لا تزيد علي
        حتي
        ما يصل الي
        بحد اقصي
        حد اقصي
        كحد اقصي""",
    Hedge.LESS: """
        اقل من
        ادني من
        دون
        ما دون""",
    Hedge.ABOUT: """
        نحو
        حوالي
        قرابه
        زهاء
        تقريبا
        يقارب
        تقارب
        ما يقارب
        يقارب من
        يقرب من
        ما يقرب من
        قريب من
        يناهز
        تناهز
        ناهز
        ناهزت
        ما يناهز
        يقدر
        تقدر
        قدر
        ما يقدر
        حدود
        قدره
        قدرت""",
}
_AFTER = {
    Hedge.AT_LEAST: """
        علي اقل
        علي اقل تقدير
        كحد ادني
        حد ادني
        اكثر
        او اكثر
        او يزيد
        ما فوق""",
    Hedge.AT_MOST: """
        علي اكثر
        علي اكثر تقدير
        كحد اقصي
        حد اقصي""",
    Hedge.ABOUT: """
        تقريبا""",
}


def _by_neighbour(lists: dict[Hedge, str], neighbour: int) -> dict[str, list[tuple[tuple[str, ...], Hedge]]]:
    """Every bound under the word of it that stands next to the number."""
    table: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for hedge, text in lists.items():
        for line in text.strip().splitlines():
            phrase = tuple(line.split())
            table.setdefault(phrase[neighbour], []).append((phrase, hedge))
    return table


HEDGES_BEFORE = _by_neighbour(_BEFORE, -1)
HEDGES_AFTER = _by_neighbour(_AFTER, 0)

MONEY = listed(
    """دولار دولارا دولارات يورو ريال ريالا ريالات درهم درهما دراهم دينار دينارا دنانير ليره ليرات جنيه جنيها
    جنيهات روبل روبلا روبيه فرنك فرنكا فرنكات شيكل شيكلا شواكل تومان استرليني سنت سنتا"""
)
CURRENCY_SIGNS = frozenset("$€£¥")
LENGTHS = listed(
    """كيلومتر كيلومترا كيلومترات كيلومترين كيلو كيلوات كلم كم متر مترا امتار ميل ميلا اميال قدم قدما اقدام
    سنتيمتر سنتيمترا سم هكتار هكتارا هكتارات فدان فدانا دونم دونما فرسخ عقده"""
)
CALIBRES = listed("ملم مم مليمتر مليمترا ملليمتر ميليمتر ميلليمتر ميليمترا")
AMOUNTS = listed(
    """طن طنا اطنان كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كغ كغم كجم غرام غراما غرامات جرام لتر لترا
    لترات برميل برميلا طابق طابقا طوابق دور ادوار درجه درجات ميغاوات نقطه نقاط صوت صوتا اصوات مقعد مقعدا
    مقاعد مره مرات بند بندا بنود ضعف اضعاف حلقه حلقات"""
)
PERCENT_SIGNS = frozenset("%٪")
# A number right after one of these is its name, not how many: "اللواء 52", "رقم 5".
NUMBERED = listed(
    """لواء كتيبه فرقه فوج سريه فيلق رقم ماده قانون قرار مرسوم قناه رحله بند فقره طراز نوع موديل نموذج اف ميغ
    ميج سو سوخوي تي بي ام غراد جراد سكود فاتح زلزال اس"""
)
# The same, but only where no noun follows that the number could count: "بوابة 200 الرابطة", "في الموقع 20 قتيلا".
SITES = listed(
    """بوابه فرع طريق قطاع محور غرفه نقطه حاجز مربع مجموعه قاعده باب صفحه شارع مدرسه معسكر موقع جناح وحده لجنه
    محطه مخرج فصيل منطقه مخيم حي"""
)
PLACE_HEADS = listed("مدينه بلده قريه حي شارع منطقه قضاء ناحيه مستشفي ميدان محافظه مخيم ساحه")
AGE_NOUNS = listed("عمر عمره عمرها عمرهم عمري اعمار اعمارهم اعمارهن")
AGE_WORDS = AGE_NOUNS | listed("يبلغ تبلغ بالغ بالغه بالغين ابن ابنه ربيع ربيعا")
YEARS_OF_LIFE = frozenset({"ربيع", "ربيعا"})
YEAR_CUES = listed("منذ بحلول نهايه مطلع اواخر اوايل منتصف بدايه صيف شتاء خريف موسم")
YEAR_CUES_OF_NO_ROUND_YEAR = listed("في قبل بعد حتي خلال")
TOGETHER = listed("وقت ان")  # "في آن واحد"
NO_FIGURE = listed("بضع بضعه")
# "ارتفع من 20 إلى 30" is no range.
CHANGES = listed(
    """ارتفع ارتفعت يرتفع ترتفع ارتفاع رفع رفعت يرفع ترفع زاد زادت زياده ازداد قفز قفزت انخفض انخفضت تراجع
    تراجعت هبط انتقل تحول وصل تقلص قلص خفض"""
)
PARTICLES = listed(
    """من في علي عن الي بين او منذ حتي لا لم ما كل هذا هذه اي ان قد هو هي هم مع بعد قبل خلال كان ضمن قرب عند
    الذي التي الذين لكن بينما فيما حيث لدي سوي بينهم بينهن بينها بينهما منهم منها ضمنهم ضمنها"""
)

WORDS = (
    frozenset(
        word
        for table in (HEDGES_BEFORE, HEDGES_AFTER)
        for found in table.values()
        for phrase, _ in found
        for word in phrase
    )
    | MONEY
    | LENGTHS
    | CALIBRES
    | AMOUNTS
    | NUMBERED
    | SITES
    | PLACE_HEADS
    | AGE_WORDS
    | YEAR_CUES
    | YEAR_CUES_OF_NO_ROUND_YEAR
    | TOGETHER
    | NO_FIGURE
    | CHANGES
    | PARTICLES
    | {"عيار", "عدد", "عددهم", "عددها", "عددهما", "امس", "جاري"}
)
