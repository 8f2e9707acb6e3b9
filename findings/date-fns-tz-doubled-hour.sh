#!/usr/bin/env bash
# @date-fns/tz 1.5.0 with date-fns 4.1.0
#
# A wall time that exists twice (the hour before clocks go back) is read by the time zone of the machine, not by the zone that was asked
# for: 23:30 on 4 April 2026 in Santiago is its first occurrence on a machine in UTC and its second on one in New York.
#
# Expected: the same instant on every machine, as the zone is named in the call.
# Why it matters: two servers, or a server and a browser, file one promised call or one day's orders an hour apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --no-audit --no-fund --save-exact date-fns@4.1.0 @date-fns/tz@1.5.0 > /dev/null 2>&1
cat > read.mjs <<'JS'
import { TZDate } from "@date-fns/tz";
console.log(new Date(+new TZDate(2026, 3, 4, 23, 30, "America/Santiago")).toISOString());
JS
in_utc=$(TZ=UTC node read.mjs)
in_new_york=$(TZ=America/New_York node read.mjs)
echo "on a machine in UTC:      $in_utc"
echo "on a machine in New York: $in_new_york"
[ "$in_utc" = "2026-04-05T02:30:00.000Z" ] && [ "$in_new_york" = "2026-04-05T03:30:00.000Z" ]
