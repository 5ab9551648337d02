// The volunteer's cards, in English: first words she may use as her own, the next step, and what to leave. Drafts; no
// clinician has reviewed them yet. cards_es.ts has the same cards.
import type { CardName } from "../desk/card_for";

export interface Card {
  title: string;
  say: readonly string[];
  next: readonly string[];
  leave: readonly string[];
}

export interface CardWords {
  heading: string;
  say: string;
  next: string;
  leave: string;
  draft: string;
  cards: Record<CardName, Card>;
}

export const cards_en: CardWords = {
  heading: "For you: a next step",
  say: "Say first, in your own words",
  next: "Then",
  leave: "Leave out",
  draft: "A draft. No clinician has reviewed it yet.",
  cards: {
    safety: {
      title: "She may want to die",
      say: [
        "I read what you wrote. I am glad you told us. I am here now.",
        "Are you thinking of ending your life? Are you safe right now?",
      ],
      next: [
        "Open a side room and stay with her.",
        "Ask plainly. Asking does not plant the thought.",
        "Ask who is near her, and if she can put the means out of reach.",
        "Give her the crisis line. If she has begun, the emergency number.",
        "Tell your team you have her.",
      ],
      leave: ["Arguing, or reasons to live.", "A promise to keep it secret.", "Numbers alone, without you."],
    },
    gone: {
      title: "She wishes to be gone",
      say: [
        "That sounds so heavy. Thank you for saying it here.",
        "You say you do not want to be here. Do you think of ending your life?",
      ],
      next: [
        "Ask the plain question. Listen to the answer.",
        "If yes: take the card about wanting to die.",
        "If no: stay, ask what tonight needs, offer a side room.",
      ],
      leave: ["“You have so much to live for.”", "“Think of your baby.”"],
    },
    selfHarm: {
      title: "She hurts herself",
      say: ["Thank you for trusting us with that. I am not shocked.", "Are you hurt now? Does it need care tonight?"],
      next: [
        "A wound that bleeds a lot needs a doctor now.",
        "Ask what came before it. Ask if she thinks of dying.",
        "Offer a side room. Keep details of how out of the circle.",
      ],
      leave: ["Questions about how she does it.", "A promise you ask of her to stop."],
    },
    emergency: {
      title: "This may be an emergency",
      say: [
        "I am here with you. This needs help right now.",
        "Please call the emergency number now. Is another grown-up with you and the baby?",
      ],
      next: [
        "Open a side room. Short sentences. One thing at a time.",
        "Ask her to call, or to hand the phone to someone near.",
        "The baby stays with another grown-up until help is there.",
        "If she hears or sees what others do not: do not argue, do not agree. Help now.",
        "Call your on-call person.",
      ],
      leave: ["“Calm down.”", "Waiting to see if it passes.", "Leaving her to look for a number alone."],
    },
    thoughts: {
      title: "A scary thought she does not want",
      say: [
        "Thoughts like this scare many new mothers. About half have them.",
        "A thought you hate is not a wish. Having it does not make you dangerous.",
      ],
      next: [
        "Answer her soon, kindly and in the circle if she likes.",
        "Ask: does the thought frighten you, or does it feel right?",
        "Frightens her: normal, and there is good help for it. Tell her of the help lines.",
        "Feels right, is an order, or she has acted: take the emergency card.",
      ],
      leave: [
        "Any report, or talk of one, for the thought alone.",
        "“You would never do that, would you?”",
        "Telling her to stay away from her baby.",
      ],
    },
    watched: {
      title: "Someone may read her screen",
      say: ["I am here. You can answer with one word, or leave at any time.", "Is it safe to write just now?"],
      next: [
        "Write as if he reads it too. Do not name what you suspect.",
        "Offer a side room only if she says it is safe.",
        "Remind her of the quick way out. Ask for a safe time to write.",
        "In danger now: the emergency number, if she can call.",
      ],
      leave: [
        "The words abuse or violence, until she uses them.",
        "Numbers sent to her without asking.",
        "“Why don't you leave?”",
      ],
    },
    substances: {
      title: "Drink, drugs or too many pills",
      say: [
        "Thank you for telling us. Nobody here will scold you.",
        "What did you take, how much, and when? Is the baby with someone?",
      ],
      next: [
        "Too much, or mixed: poison help now; hard to wake or to breathe: the emergency number.",
        "She should not be alone with the baby, or drive, while it lasts.",
        "No danger now: listen, and tell her of help for mothers who use.",
      ],
      leave: ["Talk of losing her child.", "Advice to stop all at once. That can be dangerous."],
    },
    listen: {
      title: "She carries a lot",
      say: ["I read you. That is a lot for one night.", "Would you like to tell me more, here or in private?"],
      next: [
        "Answer by name, and soon.",
        "Say back what you heard. Ask one open question.",
        "Ask what would help in the next hour: sleep, food, a hand with the baby.",
      ],
      leave: ["Quick advice.", "“It goes by so fast.”", "Your own story first."],
    },
    group: {
      title: "Keeping the circle safe",
      say: [
        "A gentle reminder: we do not share contacts, places or advice on medicine here.",
        "I know you meant it kindly.",
      ],
      next: [
        "Hide the message, then talk to her in private.",
        "If it goes on: warn, then mute.",
        "If somebody gave her age as under 18: call your facilitator.",
      ],
      leave: ["Scolding in front of all."],
    },
  },
};
