"""The closed classes of words that expressions of time are made of, folded."""

from __future__ import annotations

from waqia.arabic import numerals
from waqia.arabic.calendar import calendar
from waqia.arabic.timespans import Edge

# "الماضي", "الجاري", "المقبل" in every gender and number: what they add to the anchor's week, month or year.
SHIFTS = (
    dict.fromkeys("ماضي ماضيه ماضيين ماضيتين ماضيان منصرم منصرمه منصرمين فايت فايته فايتين".split(), -1)
    | dict.fromkeys("جاري جاريه حالي حاليه حاليين راهن راهنه".split(), 0)
    | dict.fromkeys("مقبل مقبله مقبلين مقبلتين قادم قادمه قادمين قادمتين اتي اتيه".split(), 1)
)
LAST = frozenset("اخير اخيره اخيرين اخيرتين".split())
THESE = frozenset("هذا هذه".split())
TODAY, YESTERDAY, TOMORROW = "يوم", frozenset("امس بارحه".split()), frozenset("غدا غد".split())

EDGES: tuple[tuple[tuple[str, ...], Edge], ...] = (
    (("ابتداء", "من"), Edge.SINCE),
    (("اعتبارا", "من"), Edge.SINCE),
    (("بدءا", "من"), Edge.SINCE),
    (("انطلاقا", "من"), Edge.SINCE),
    (("الي", "غايه"), Edge.UNTIL),
    (("منذ",), Edge.SINCE),
    (("مذ",), Edge.SINCE),
    (("حتي",), Edge.UNTIL),
    (("غايه",), Edge.UNTIL),
    (("بحلول",), Edge.UNTIL),
)
# These announce: a weekday after them is the coming one.
ANNOUNCING = frozenset({("ابتداء", "من"), ("اعتبارا", "من"), ("بدءا", "من"), ("بحلول",)})
# These bound a calendar date only: "قبل عام 2011", "بعد مايو 2013".
BEFORE, AFTER = "قبل", "بعد"
TO = frozenset("حتي الي غايه".split())

# Where in a month or year: the precision stays that of the month or year.
STRETCHES = frozenset(
    "نهايه نهايات اواخر اوايل مطلع بدايه بدايات منتصف مستهل ختام صيف شتاء ربيع خريف".split()
)
HALVES = frozenset("نصف ثلث ربع اسبوع شهر".split())  # "النصف الأول من أغسطس"
WITHIN = frozenset("خلال غضون ظرف".split())
HEDGES = frozenset("نحو حوالي قرابه زهاء".split())
FEW = frozenset("بضع بضعه عده قليله معدوده".split())
# Prepositions after which an uncertain month name is a month ("في مارس").
TIME_PREPOSITIONS = frozenset("في منذ خلال حتي بين الي بحلول قبل بعد".split())
NIGHT = frozenset("ليل ليله".split())
YEAR_NOUNS = frozenset("عام سنه".split())
ERAS = {"م": False, "ميلادي": False, "ميلاديه": False, "ه": True, "هجري": True, "هجريه": True}
VAGUE_ADVERBS = frozenset("موخرا اخيرا".split())

# A weekday or date in the genitive of one of these is part of a name, or of a habit: "سوق الأحد", "ثورة 25 يناير".
WEEKDAY_HEADS = frozenset(
    """جامع مسجد سوق شارع حي بلده قريه مدينه مستشفي مدرسه ميدان ساحه صحيفه جريده مجله ملحق خطبه خطيب امام ايام كل ال بن ابو
    عبد""".split()
)
DATE_HEADS = frozenset(
    """ثوره حركه قوي فريق تيار تحالف تجمع كتيبه لواء شارع حي مدينه مستشفي مدرسه جامعه ميدان ساحه جسر صحيفه حزب حرب اتحاد جبهه
    مخيم سد دوار نفق احداث اعتداءات هجمات""".split()
)
GIVEN_NAMES = frozenset(
    """محمد احمد عبدالله خالد سعد صالح علي حسن حسين فهد سعود ناصر عبدالرحمن ابراهيم يوسف سليمان سلطان تركي فيصل عبدالعزيز بندر
    منصور طارق عمر عثمان سعيد راشد حمد حامد ماجد مشعل نايف""".split()
)
# "الأمين العام الحالي": the general secretary, not a year.
GENERAL = frozenset(
    "امين مدير نايب مدعي قايد راي قطاع مراقب مفتش وضع سكرتير امن نظام موتمر قنصل حاكم وكيل رييس شان صالح".split()
)
# "اليوم" before one of these, or after "في", is a day that the text tells of, not the day of writing.
TOLD_DAY = frozenset("تالي نفسه ذاته سابق الذي عالمي وطني دولي موعود".split())
MEDIA = frozenset(
    "عين راي اخبار دنيا روسيا مصر مصري فلسطين ليبيا لبنان عراق صحيفه جريده موقع قناه يمن سوريا عمان اردن شبكه".split()
)

# Prepositions that open an expression only where a word of time, or another of them, comes next.
OPENERS = frozenset("من بين في الي حتي قبل بعد منذ".split())
STARTERS = (
    numerals.WORDS
    | calendar().words
    | THESE
    | YESTERDAY
    | TOMORROW
    | frozenset(phrase[0] for phrase, _ in EDGES)
    | OPENERS
    | STRETCHES
    | WITHIN
    | HEDGES
    | FEW
    | VAGUE_ADVERBS
    | frozenset("اخر اكثر اقل فتره فترات موافق".split())
)

WORDS = (
    numerals.WORDS
    | calendar().words
    | frozenset(SHIFTS)
    | LAST
    | THESE
    | YESTERDAY
    | TOMORROW
    | frozenset(word for phrase, _ in EDGES for word in phrase)
    | TO
    | STRETCHES
    | WITHIN
    | HEDGES
    | FEW
    | TIME_PREPOSITIONS
    | VAGUE_ADVERBS
    | WEEKDAY_HEADS
    | DATE_HEADS
    | GIVEN_NAMES
    | GENERAL
    | TOLD_DAY
    | MEDIA
    | frozenset("من اكثر اقل موافق ذلك ما اخر وقت الان دورا فتره فترات".split())
)
