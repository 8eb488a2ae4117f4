"""Instruments: the frame of every picture that can be moved. Each lesson has its own on top.

instrument   a state of plain numbers, its picture, its words
panel        an instrument on the screen
controls     what can be moved
buttons      move a control in steps
canvas       draws quickly
number_page  a page of tables that a walk goes through
"""
