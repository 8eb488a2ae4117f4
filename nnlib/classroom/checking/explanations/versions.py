"""Other versions of the answer: its source after an edit or two, tried where it was wrong."""

import itertools

from ..edits.source import Source
from ..outcomes import all_same, close, same
from ..running import TimeLimit, within

SECONDS = 1.0  # of work, for all that is tried at once
PATIENCE = 30  # a busy machine changes no verdict
MOST_WORK = 60_000  # nodes of a tree that are compiled for pairs; a tree has some 50 to 300
FIRST_EDITS = 10  # that are tried with each other


class Versions:
    """The answer after each edit, run on one trial where it was wrong; `tried` is empty if the
    answer has no source that may be run in other versions.
    """

    def __init__(self, attempt):
        self.attempt, self.tried = attempt, []
        try:
            self.source = Source(attempt.answer)
        except ValueError:
            return
        self.k = attempt.agree.index(False)
        self.source.take_sizes(attempt.trials[self.k].arguments)
        self.tried = self._try(sorted(self.source.edits, key=doubt))

    def _try(self, several):
        """(edits, function, outcome) of each tuple of edits that makes a function.

        The likely ones come first; of an answer that works long, only these may be tried.
        """
        found, trials = [], [self.attempt.trials[self.k]]

        def work():
            for edits in several:
                if function := self.source.edited(*edits):
                    found.append((edits, function, self.attempt.outcomes_of(function, trials)[0]))

        limit = TimeLimit(SECONDS)
        limit.wait = PATIENCE * SECONDS
        within(limit, work)
        return list(found)

    def that_give(self, outcomes, tried, elsewhere=None):
        """The edits after which the outcome is the one that is wanted, on every trial.

        It is tried on other inputs too, if a function that gives what is wanted is at hand.
        """
        for edits, function, outcome in tried:
            if not outcome.error and same(outcome, outcomes[self.k]):
                if all(edit.before for edit in edits):
                    found = self.attempt.run(function, self.attempt.trials)
                    if found and all_same(found, outcomes):
                        if not elsewhere or self.attempt.holds_elsewhere(function, elsewhere):
                            yield edits

    def pairs(self):
        """The versions after two edits, the first of which brings the answer nearer."""
        right, mine = self.attempt.right[self.k], self.attempt.mine[self.k]
        start = nearness(mine, right)
        telling = [one for one in self.tried if all(e.before for e in one[0])]
        better = [(nearness(outcome, right), edits) for edits, _, outcome in telling]
        better = sorted((one for one in better if one[0] > start), key=lambda one: -one[0])
        firsts = [edits for _, edits in better]
        likely = [one for one, _, _ in telling if one not in firsts and not doubt(one)[0]]
        doubtful = [one for one, _, _ in telling if one not in firsts and doubt(one)[0]]
        seconds = [*firsts, *likely, *doubtful]
        firsts = [*firsts[:FIRST_EDITS], *likely]
        most = MOST_WORK // self.source.length
        every = ((*one, *other) for one in firsts for other in seconds if one is not other)
        pairs = list(itertools.islice(every, most))
        return self._try(pairs)


def doubt(edits):
    """How doubtful edits are as the mistakes that were made, and how many they are."""
    slips = [edit.before for edit in edits]
    return sum(slip is None or slip.alone for slip in slips), len(slips)


def nearness(mine, right):
    """How much of an outcome is right: an error, shapes, then numbers."""
    if mine.error:
        return -1.0
    found = 0.0
    for a, b in zip(mine.parts, right.parts):
        if close(a, b):
            found += 2
        elif a.shape == b.shape and b.size:
            scale = abs(b).max() + 1e-12
            found += 0.1 + float((abs(a - b) < 1e-6 * scale).mean())
    return found


def versions_of(attempt):
    if "versions" not in attempt.__dict__:
        attempt.versions = Versions(attempt)
    return attempt.versions
