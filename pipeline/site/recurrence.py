"""Recurrence rules (RFC 5545) in plain words."""

_EVERY = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday", "SU": "Sunday"}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def recurrence(rule: str | None) -> str:
    """The rule in words; what has no words here is left out, and a rule that cannot be read is given as it is.

    >>> recurrence("FREQ=YEARLY"), recurrence("FREQ=MONTHLY;INTERVAL=6"), recurrence("FREQ=YEARLY;BYMONTH=4,10;COUNT=5")
    ('every year', 'every 6 months', 'every year in April and October, 5 times')
    >>> recurrence("FREQ=WEEKLY;BYDAY=MO")
    'every week on Monday'
    """
    parts = dict(part.split("=", 1) for part in (rule or "").split(";") if "=" in part)
    unit, interval = _EVERY.get(parts.get("FREQ", "")), parts.get("INTERVAL", "1")
    if unit is None:
        return rule or ""
    told = f"every {unit}" if interval == "1" else f"every {interval} {unit}s"
    months = [_MONTHS[int(month) - 1] for month in parts.get("BYMONTH", "").split(",") if month.isdigit() and 1 <= int(month) <= 12]
    days = [_DAYS[day] for day in parts.get("BYDAY", "").split(",") if day in _DAYS]
    if days:
        told += f" on {' and '.join(days)}"
    if months:
        told += f" in {' and '.join(months)}"
    return f"{told}, {parts['COUNT']} times" if "COUNT" in parts else told
