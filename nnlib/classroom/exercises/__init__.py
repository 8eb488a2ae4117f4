"""Exercises: what an exercise and a question are, and which of them are done.

exercise       a task's solution, its inputs, and its mistakes declared as code
question       a question, with the seal of its answer
drawing        random numbers for exercises; five_rows, the example of the notebooks
progress       which exercises are done; progress_file keeps it
"""
