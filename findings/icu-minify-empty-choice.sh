#!/usr/bin/env bash
# icu-minify 4.14.8 (what use-intl formats precompiled messages with)
#
# A message that is nothing but a plural or a select gives an empty list where the choice is empty, and not an empty text.
#
# Expected: "", as intl-messageformat gives for the same message before it is compiled.
# Why it matters: a translator takes whatever is no text for a mistake and shows the message's key instead: the page says
# "lead.buyer.refusedWhy" where it said nothing, only in a production build.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --save-exact icu-minify@4.14.8 > /dev/null 2>&1
cat > read.mjs <<'JS'
import compile from "icu-minify/compile";
import format from "icu-minify/format";
const formatters = { getPluralRules: (...options) => new Intl.PluralRules(...options) };
const said = (message) => JSON.stringify(format(compile(message), "en", { n: 0 }, { formatters }));
console.log(said("{n, plural, =0 {} other {some}}"), said("{n, plural, =0 {none} other {some}}"));
JS
seen=$(node read.mjs)
echo "empty and full: $seen"
[ "$seen" = '[] "none"' ]
