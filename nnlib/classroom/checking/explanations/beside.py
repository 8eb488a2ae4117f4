"""A sentence on one mistake, beside another: what it calls right need not be right any more."""

import re

START = r"(?:^|(?<=[.?] ))"
CLAIMS = (  # a claim of rightness, and behind it what goes on without
    re.compile(START + r"[^.?]*\b(?:is|are) right,? but (?P<rest>\w)"),
    re.compile(START + r"Right but for [^.?:]*: (?P<rest>\w)"),
)
BEHIND = ", and they are the right ones"
WHOLE = re.compile(START + r"[^.?]*\b(?:is|are|would be) right\b[^.?]*[.?] ?")


def beside(sentence):
    """The sentence without its claims that something is right."""
    sentence = sentence.replace(BEHIND, "")
    for claim in CLAIMS:
        sentence = claim.sub(lambda found: found["rest"].upper(), sentence)
    return WHOLE.sub("", sentence).strip() or sentence
