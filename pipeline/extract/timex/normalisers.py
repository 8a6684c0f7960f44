"""All functions that rules/time names, by their names.

Each takes the match and the rule's fixed `value`, and returns None where the match only looks like a time.
"""

from pipeline.extract.timex import dates, periods, recurrences, spells, telling
from pipeline.extract.timex.value import Normaliser

NORMALISERS: dict[str, Normaliser] = {
    function.__name__: function
    for function in (
        dates.date,
        dates.days,
        dates.months,
        dates.feast,
        dates.nth,
        dates.week,
        dates.weekday,
        periods.season,
        periods.seasons,
        periods.term,
        periods.academic_year,
        periods.quarter,
        periods.half,
        periods.financial_year,
        periods.financial_years,
        periods.financial_years_by_ends,
        periods.month_of_financial_year,
        periods.years,
        periods.months_of_year,
        periods.year_ending,
        periods.part_of_date,
        recurrences.recurrence,
        recurrences.counted_recurrence,
        recurrences.every_weekday,
        recurrences.every_so_many,
        recurrences.every_other,
        recurrences.nth_of_each_month,
        recurrences.times_in,
        recurrences.so_much_of_each,
        recurrences.yearly_day,
        recurrences.recurring_cell,
        recurrences.recurring_unit,
        recurrences.so_many_ly,
        recurrences.ongoing,
        recurrences.without_calendar,
        spells.duration,
        spells.length_in_parts,
        spells.shift,
        spells.side,
        spells.of_year,
        spells.weekday_of_week,
        spells.fixed,
        telling.year_alone,
        telling.spoken_year,
        telling.decade,
        telling.decade_in_words,
        telling.year_before_christ,
        telling.century,
        telling.clock,
        telling.clock_of_24_hours,
        telling.clock_in_words,
        telling.part_of_day,
        telling.point_of_day,
        telling.last_quarter,
        telling.named_day,
        telling.every_part_of_day,
    )
}
