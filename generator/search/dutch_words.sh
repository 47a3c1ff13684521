#!/bin/sh
# Folds and sorts a list of Dutch words as search/word_list.h says. usage: dutch_words.sh LIST OUTPUT
set -e
LC_ALL=C.UTF-8 sed 'y/àáâäãåçèéêëìíîïñòóôöõùúûüýÿ/aaaaaaceeeeiiiinooooouuuuyy/' "$1" |
  LC_ALL=C grep -E '^[a-z]{4,}$' | LC_ALL=C sort -u >"$2"
