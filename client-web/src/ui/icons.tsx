// Small drawings, so that nothing depends on which pictures a phone has. All are decoration: words stand beside them.
import type { ComponentChildren } from "preact";
import { Reaction } from "../protocol/generated/nightlight/wire/v1/room_pb";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function HelpIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="3.5" />
      <path d="M5.6 5.6l4 4M14.4 14.4l4 4M18.4 5.6l-4 4M9.6 14.4l-4 4" />
    </Icon>
  );
}

export function ExitIcon() {
  return (
    <Icon>
      <path d="M10 4H5v16h5M9.500 12H21M17 8l4 4-4 4" />
    </Icon>
  );
}

export function PeopleIcon() {
  return (
    <Icon>
      <circle cx="9" cy="8.500" r="3.500" />
      <path d="M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 5.300a3.500 3.500 0 010 6.400M18 14.500c2 .8 3.200 2.600 3.500 5.500" />
    </Icon>
  );
}

export function RoomIcon() {
  return (
    <Icon>
      <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
      <circle cx="16" cy="7" r="2" />
      <circle cx="8" cy="17" r="2" />
    </Icon>
  );
}

export function SendIcon() {
  return (
    <Icon>
      <path d="M4 12l16-8-5 16-3.500-6.500z" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M12 5v14M5 12h14" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M10 6l-6 6 6 6M4 12h16" />
    </Icon>
  );
}

export function SaveIcon() {
  return (
    <Icon>
      <path d="M5 12.5l4.500 4.500L19 7" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon>
      <circle class="dot" cx="5" cy="12" r="1.600" />
      <circle class="dot" cx="12" cy="12" r="1.600" />
      <circle class="dot" cx="19" cy="12" r="1.600" />
    </Icon>
  );
}

export function ReactionIcon({ reaction }: { reaction: Reaction }) {
  switch (reaction) {
    case Reaction.HEART:
      return (
        <Icon>
          <path d="M12 20S4 15 4 9.300C4 6.800 6 5 8.200 5c1.600 0 3 .9 3.800 2.300C12.800 5.900 14.200 5 15.800 5 18 5 20 6.800 20 9.300 20 15 12 20 12 20z" />
        </Icon>
      );
    case Reaction.HUG:
      return (
        <Icon>
          <circle cx="8.500" cy="6.500" r="2.500" />
          <circle cx="15.500" cy="6.500" r="2.500" />
          <path d="M4 20v-5c0-2.500 2-4 4.500-4 2 0 3 1 3.500 2 .5-1 1.500-2 3.500-2 2.500 0 4.500 1.500 4.500 4v5M7 16h10" />
        </Icon>
      );
    case Reaction.ME_TOO:
      return (
        <Icon>
          <path d="M7 12V5.500a1.500 1.500 0 013 0V11V4.500a1.500 1.500 0 013 0V11V5.500a1.500 1.500 0 013 0V13c0 4-2 7-5.500 7S5 17.500 4 13.500c-.3-1.300 1.500-2 2.200-.8L7 14" />
        </Icon>
      );
    case Reaction.CANDLE:
      return (
        <Icon>
          <path d="M9 11h6v10H9zM12 11V9M12 3c1.500 1.800 2 2.800 2 3.800a2 2 0 01-4 0c0-1 .5-2 2-3.800z" />
        </Icon>
      );
    case Reaction.CLAP:
      return (
        <Icon>
          <path d="M6 13l4.500 5.500c2 2.300 5 2 7 .2s2-4.700.5-6.700L14 7.500a1.300 1.300 0 00-2 1.600l1.500 2L9 6a1.300 1.300 0 00-2 1.700L10.500 12 7.500 9a1.300 1.300 0 00-2 1.700zM17 3v2.500M20.500 5L19 7M13.500 3l.8 2" />
        </Icon>
      );
    case Reaction.UNSPECIFIED:
      return null;
  }
}
