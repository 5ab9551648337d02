// A member's own words on the screen, in English: what is hers alone, what she sees folded, what she tells the team.
import { reasonIn } from "./reasons";

export const member = {
  held: {
    reading: "A person is reading this first.",
    rephrase: "Can you say this another way? Your words are still here.",
    declined: "This was not shown to the group. Your words are still yours.",
    reason: (reason: string) => `The team says: ${reasonIn("en", reason)}`,
    edit: "Your words",
    send: "Send it this way",
    takeBack: "Take it back",
    copy: "Copy my words",
    copied: "Copied.",
    putAway: "Put it away",
    hidden: "The team is looking at this message.",
  },

  tell: {
    only: "Only the team sees this",
    worried: "I'm worried about her",
    report: "Report",
    worriedTitle: (name: string) => `Worried about ${name}`,
    worriedIntro: "Thank you for looking out for her. Only the team sees this.",
    reportTitle: (name: string) => `Report what ${name} did`,
    reportIntro: "Was something not okay? Only the team sees this.",
    more: "Anything to add? You don't have to.",
    send: "Tell the team",
    sending: "On its way to the team…",
    thanks: "Thank you. The team has it.",
    urgent: "If it can't wait, close this and tap Help.",
  },

  feel: {
    ask: "Tell the team how you are, if you like. Only they see it.",
    ok: "I'm ok",
    notOk: "Not ok",
    write: "Please write to me",
    okThanks: "Thank you. We are glad you are here.",
    notOkThanks: "Thank you for telling us. The team has it.",
    writeThanks: "The team has it. Someone can write to you here.",
  },

  side: {
    title: (name: string) => `Just you and ${name}`,
    log: "Your talk",
    wait: "The group's messages wait for you.",
    back: "Back to the group",
    write: (name: string) => `Write to ${name}`,
    over: "This talk has ended. You can go back when you like.",
    unsent: "You had not sent this. It is yours to copy.",
  },

  extra: {
    open: "More for your message",
    title: "With your message",
    note: "What it touches",
    noteHint: "Some may want to skip it tonight. This helps them.",
    suggestions: ["birth story", "loss", "feeding"],
    clear: "No note",
    done: "Done",
    seen: "What I see",
    foldNoted: "Fold messages with a note",
    foldNotedHint: "You can still open each one with a tap.",
    onlyHere: "Only this phone knows. Nobody is told.",
  },

  fold: {
    touches: (note: string) => `Touches: ${note}`,
    person: (name: string) => `You hid ${name}.`,
    show: "Show this one",
    muteTopic: "Mute this topic for me",
    topicMuted: (note: string) => `Muted for you: ${note}.`,
    unmuteTopic: (note: string) => `Show again: ${note}`,
    hide: (name: string) => `Hide ${name} for me`,
    hidden: (name: string) => `You won't see what ${name} writes. Only this phone knows.`,
    unhide: (name: string) => `Show ${name} again`,
    undo: "Undo",
    quote: "Folded words",
  },

  hands: {
    raise: "Raise my hand",
    lower: "Take my hand down",
    up: "Your hand is up.",
    turn: "It is your turn.",
    turnOf: (name: string) => `It is the turn of ${name}.`,
    pass: "Pass",
    passTo: (name: string) => `Pass to ${name}`,
    open: "We take turns now.",
    badge: "hand up",
  },

  round: {
    mine: "It is your turn. You can speak or pass.",
    speak: "Speak",
    done: "I am done",
    next: "Next person",
    end: "End the round",
    fold: "Less",
    unfold: "More",
  },

  poll: {
    yours: "Nobody sees what you pick. You can change it, or not answer.",
    back: "Take my answer back",
    answered: (count: number) => `Answers so far: ${count}`,
    close: "Close it and tell the circle",
  },

  comeBack: {
    title: "Welcome back",
    opening: "One moment. We are bringing you back.",
  },

  lobby: {
    hello: (name: string) => `Hello, ${name}.`,
    begins: (time: string) => `We begin at ${time}.`,
    begun: "The circle has begun.",
    wait: "It is good that you are here. The room opens here by itself.",
    team: (names: string) => `From the team: ${names}.`,
    nobody: "The team will be here soon.",
    listening: "You come in to listen. You can write any time.",
    useName: "Use this name",
    leave: "Leave",
    over: "This meeting is over.",
  },

  meeting: {
    gathering: (time: string) => `We begin at ${time}.`,
    soon: (time: string) => `We end at ${time}. There is still time for you.`,
    last: (time: string) => `A few minutes left. We end at ${time}.`,
    over: "We are at the end. You can still say good night.",
  },

  checkOut: {
    ask: "How does this leave you? Only the team sees it.",
    leaving: { 1: "Lighter", 2: "The same", 3: "Heavier" } as Record<number, string>,
    thanks: "Thank you. The team has it.",
    first: "It was my first time here",
    more: "Anything the team should know? You don't have to.",
  },

  after: {
    title: "Before you go",
    read: "You can still read here. Later the words are deleted.",
    again: "When we meet again",
  },

  outside: {
    reason: (reason: string) => `The team says: ${reasonIn("en", reason)}`,
    mayReturn: "You can come back when you are ready.",
    comeBack: "Come back in",
    until: (time: string) => `You can come back after ${time}.`,
    untilEnd: "This is for the rest of the meeting.",
    appeal: "Ask another moderator to look at this",
    appealTitle: "Ask another moderator",
    appealIntro: "Someone else on the team will read this.",
    appealWords: "What would you like them to know?",
    appealSend: "Send it to them",
    code: "The code",
    codeSend: "Come in",
    toCalendar: "To the calendar",
    yours: "You had not sent this yet. It is yours to copy.",
    warned: "A note from the team, just for you.",
  },
};
