"""Flashcards to cut: where on a sheet they lie, what stands on their faces, and the file of a deck."""
