"""Words that open a clause, tell in it that something is or was, lead on in it, or report what somebody was asked."""

import re

PRONOUN = re.compile(
    r"(?:we|i|it|they|this|these|that|who|which|there|he|she|you|those)\b|(?:some|others|all|each)\b(?!\s+\w)",
    re.IGNORECASE,
)
OPENS_CLAUSE = re.compile(
    r"(?:\w+ing|\w{3,}ed|to|through|with|by|in|on|at|from|for|when|where|if|as|after|before|once|while|although|since|during|under"
    r"|some|others|what|how|because|unless|until|whilst|should|over|throughout|instead)\b",
    re.IGNORECASE,
)
LEADS_ON = re.compile(
    r"\b(?:is|are|was|were|has|have|had|needs?|needed|likely|going|ought|used|expected|due|seems?|appears?|will|that|which)\b"
)
FINITE = re.compile(r"\b(?:\w{3,}ed|has|have|had|was|were|is|are|said|sent|made)\b")
RELATIVE = re.compile(
    r"\b(?:that|which(?: \w+)?|who|as|if|when|where|what|how|until|once|means? (?:that )?(?:they|it))\Z"
    r"|\bwhich (?:for|in|from|by|at|on|over) \S+\Z"
    r"|\b(?:whether|as to|when|how|why|what|not where|(?<=\w )(?:if|although))\b[^,]*\Z"
    r"|\b(?:ensur(?:e|es|ing)|guarantee[sd]?)\b(?:(?! and )[^,])*\Z"
    r"|\b(?:understanding|condition|certainty|stated?|states|demonstrate[sd]?|highlights?|felt|claimed|confident|clear|sets? out\b[^,]*)"
    r" that\b[^,]*\Z",
    re.IGNORECASE,
)
REPORTED = re.compile(r"(?:.+\b)?(?P<verb>asked|requested|instructed|invited|encouraged|reminded|thanked) (?:the )?", re.IGNORECASE)
THAT = re.compile(r"^.*\bthat\s+")
ARRANGED = re.compile(
    r"(?:it|arrangements) (?:was|is|has been|had been|have been|were) (?:arranged|decided|settled|planned|confirmed|made) that ",
    re.IGNORECASE,
)
POINTS = re.compile(r"this\b|(?:these|those) \w+", re.IGNORECASE)
POLICY = re.compile(r"\b(?:development|proposals?|applications?|extensions?|(?:mineral|waste) \w+|changes? of use)\b", re.IGNORECASE)
LET_PASS = frozenset({"granted", "supported", "refused", "resisted", "approved"})
NOTICE = re.compile(r"an? (?:\w+ ){0,2}meeting of\b", re.IGNORECASE)  # is called, not promised
ASKS_OTHERS = re.compile(
    r"\b(?:requires?|allows?|enables?|permits?|asks?|expects?|invites?|encourages?|challenged|obliges?|wants?|helps?"
    r"|is|are|was|were|has|have|had|will|can|may)\b"
)
NEXT_MEETING = re.compile(r"\bnext (?:\w+ ){0,4}meeting\Z", re.IGNORECASE)  # when they meet again is told, not promised
