"""Edits: small changes of a function's source, each with words for the slip that it is.

edit         what an edit is; every place of a source where one can be made
operators    another operator, operands exchanged, one left out, a bracket moved
names        another name, another number
calls        another function, another axis, a call too many
arrays       transposed or not, reshaped, another index, another slice
statements   the order of lines, a line too many, a loop's range, where `return` stands
source       a function from its source, and from its source with an edit

The same edits serve twice: made to the solution, one may give what the answer gives; made to the
answer, one may mend it.
"""
