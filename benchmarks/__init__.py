"""How fast quizgen is, beside floors and peers: one module a subject, which `python -m benchmarks.NAME` runs alone.

`make bench` runs all of them and writes `RESULTS.md`; nothing is asserted, since machines differ. Every measurement is
made in a process of its own.
"""
