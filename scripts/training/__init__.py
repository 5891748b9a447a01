"""How the embedded English model is made. ``scripts/train.py --help`` lists the steps."""
