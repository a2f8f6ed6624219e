"""`python -m quizgen`: the same as the command `quizgen`."""

from quizgen.cli import main

if __name__ == "__main__":
    main()
