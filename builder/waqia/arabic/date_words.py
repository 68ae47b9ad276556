"""The closed classes of words that expressions of time are made of, folded."""

from __future__ import annotations

from waqia.arabic import numerals
from waqia.arabic.calendar import calendar
from waqia.arabic.timespans import Edge
from waqia.arabic.words import listed

# "الماضي", "الجاري", "المقبل" in every gender and number: what they add to the anchor's week, month or year.
SHIFTS = (
    dict.fromkeys(listed("ماضي ماضيه ماضيين ماضيتين ماضيان منصرم منصرمه منصرمين فايت فايته فايتين"), -1)
    | dict.fromkeys(listed("جاري جاريه حالي حاليه حاليين راهن راهنه"), 0)
    | dict.fromkeys(listed("مقبل مقبله مقبلين مقبلتين قادم قادمه قادمين قادمتين اتي اتيه"), 1)
)
LAST = listed("اخير اخيره اخيرين اخيرتين")
THESE = listed("هذا هذه")
TODAY, YESTERDAY, TOMORROW = "يوم", listed("امس بارحه"), listed("غدا غد")

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
TO = listed("حتي الي غايه")

# Where in a month or year: the precision stays that of the month or year.
STRETCHES = listed("نهايه نهايات اواخر اوايل مطلع بدايه بدايات منتصف مستهل ختام صيف شتاء ربيع خريف")
HALVES = listed("نصف ثلث ربع اسبوع شهر")  # "النصف الأول من أغسطس"
WITHIN = listed("خلال غضون ظرف")
HEDGES = listed("نحو حوالي قرابه زهاء")
FEW = listed("بضع بضعه عده قليله معدوده")
# Prepositions after which an uncertain month name is a month ("في مارس").
TIME_PREPOSITIONS = listed("في منذ خلال حتي بين الي بحلول قبل بعد")
NIGHT = listed("ليل ليله")
YEAR_NOUNS = listed("عام سنه")
ERAS = {"م": False, "ميلادي": False, "ميلاديه": False, "ه": True, "هجري": True, "هجريه": True}
VAGUE_ADVERBS = listed("موخرا اخيرا")

# A weekday or date in the genitive of one of these is part of a name, or of a habit: "سوق الأحد", "ثورة 25 يناير".
WEEKDAY_HEADS = listed(
    """جامع مسجد سوق شارع حي بلده قريه مدينه مستشفي مدرسه ميدان ساحه صحيفه جريده مجله ملحق خطبه خطيب امام ايام
    كل ال بن ابو عبد"""
)
DATE_HEADS = listed(
    """ثوره حركه قوي فريق تيار تحالف تجمع كتيبه لواء شارع حي مدينه مستشفي مدرسه جامعه ميدان ساحه جسر صحيفه حزب
    حرب اتحاد جبهه مخيم سد دوار نفق احداث اعتداءات هجمات"""
)
GIVEN_NAMES = listed(
    """محمد احمد عبدالله خالد سعد صالح علي حسن حسين فهد سعود ناصر عبدالرحمن ابراهيم يوسف سليمان سلطان تركي فيصل
    عبدالعزيز بندر منصور طارق عمر عثمان سعيد راشد حمد حامد ماجد مشعل نايف"""
)
# "الأمين العام الحالي": the general secretary, not a year.
GENERAL = listed(
    """امين مدير نايب مدعي قايد راي قطاع مراقب مفتش وضع سكرتير امن نظام موتمر قنصل حاكم وكيل رييس شان صالح"""
)
# "اليوم" before one of these, or after "في", is a day that the text tells of, not the day of writing.
TOLD_DAY = listed("تالي نفسه ذاته سابق الذي عالمي وطني دولي موعود")
MEDIA = listed(
    """عين راي اخبار دنيا روسيا مصر مصري فلسطين ليبيا لبنان عراق صحيفه جريده موقع قناه يمن سوريا عمان اردن شبكه"""
)

ENTRY_SIGNS = frozenset("-–—:")  # after the year of an entry in a calendar of events

# Prepositions that open an expression only where a word of time, or another of them, comes next.
OPENERS = listed("من بين في الي حتي قبل بعد منذ")
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
    | listed("اخر اكثر اقل فتره فترات موافق")
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
    | listed("من اكثر اقل موافق ذلك ما اخر وقت الان دورا فتره فترات")
)
