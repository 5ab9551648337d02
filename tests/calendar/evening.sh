#!/usr/bin/env bash
# The calendar's API by curl alone: a topic, a series, a substitute, a place, the waiting list, a promotion, a
# cancellation. Stops at the first answer that is not as it should be.
#
#   tests/calendar/evening.sh http://127.0.0.1:8080 FACILITATOR-TOKEN MOTHER-TOKEN MOTHER-TOKEN DAY
set -euo pipefail
base=$1 facilitator=$2 mother=$3 other=$4 day=$5

# call TOKEN METHOD JSON
call() {
  curl -sS --fail-with-body -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$3" \
    "$base/nightlight.api.v1.CalendarService/$2"
}

# field NAME: the first value of that name in the JSON that is read
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

topic=$(call "$facilitator" CreateTopic '{"topic":{"title":"Sleep","language":"en"}}' | field id)
kim=$(call "$facilitator" ListTeam '{}' | grep -o '{[^}]*"Kim"' | field id)
noor=$(call "$facilitator" ListTeam '{}' | grep -o '{[^}]*"Noor"' | field id)
series=$(call "$facilitator" CreateSeries "{\"series\":{\"topic\":\"$topic\",\"title\":\"Sleep\",\"language\":\"en\",
  \"zone\":\"America/Chicago\",\"start\":\"${day}T20:00\",\"minutes\":60,\"rrule\":\"FREQ=WEEKLY\",\"places\":1,
  \"facilitator\":\"$kim\"}}" | field id)
meeting="\"series\":\"$series\",\"date\":\"$day\""

call "$facilitator" SubstituteDate "{$meeting,\"etag\":\"1\",\"second\":\"$noor\"}" | grep >/dev/null '"etag":"2"'
call "$mother" KeepPlace "{$meeting}" | grep >/dev/null '^{"comeBack":'
call "$other" KeepPlace "{$meeting}" | grep >/dev/null '^{"waiting":true,'
call "$mother" LeavePlace "{$meeting}" >/dev/null
call "$other" ListMeetings "{\"series\":\"$series\"}" | grep >/dev/null MINE_OFFERED
[ "$(call "$other" AcceptPlace "{$meeting}")" = '{}' ]
call "$facilitator" SkipDate "{$meeting,\"etag\":\"2\"}" | grep >/dev/null KIND_PLACES_LOST
call "$other" ListMeetings "{\"series\":\"$series\"}" | grep >/dev/null '"cancelled":true'
curl -sS --fail-with-body "$base/calendar.ics" | grep >/dev/null "^UID:$series@"
echo "all done"
