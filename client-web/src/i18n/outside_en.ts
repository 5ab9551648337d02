// The words of what goes outside, in English: the schedule on a web site and the card to print. For the team.
export const outside_en = {
  web: {
    open: "On our web site",
    title: "The schedule on your web site",
    intro: "Copy this into a page of your web site. It shows the next four weeks.",
    listed: "It shows only on sites that the settings name: schedule_shown_on.",
    open_words: "Anyone can read it. Choose titles that may stand on an open page.",
    code: "For your page",
    copy: "Copy it",
    copied: "Copied.",
    feed: "For calendars",
  },
  card: {
    open: "Print it as a card",
    title: "A card to print",
    language: "Language of the card",
    english: "English",
    spanish: "Spanish",
    line: "A line of your own, if you like",
    lineHint: "Others may see the card. A day and a time are enough.",
    print: "Print",
    keys: "Whoever has the card can come in.",
  },
};
