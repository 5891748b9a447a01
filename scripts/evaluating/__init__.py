"""How the project measures itself. ``scripts/evaluate.py --help`` lists what can be measured."""
