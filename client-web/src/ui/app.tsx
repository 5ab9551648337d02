// Which screen is shown, and who is in. It reads the address once, keeps it clean, and moves by replacing it.
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { firstLanguage, keepLanguage, SpeechContext, wordsIn, type Language, type Speech } from "../i18n/words";
import { isSignedOut, sessions } from "../session/api";
import { forgetChoices } from "../session/choices";
import { readDirectory } from "../session/directory";
import { forgetGuidelines } from "../session/guidelines";
import { keepShell } from "../session/offline";
import { forgetPlace, isOnThisPhone, keepLink, keepPlace, readLink, readPlace, type Place } from "../session/place";
import { quickExit, revoke, watchEscape } from "../session/quick_exit";
import { forgetWayBack, keepWayBack } from "../session/way_back";
import { showRoute, takeRoute, type Route } from "../session/route";
import { isStaff, looksAfterRooms, mayPlan } from "../room/view";
import { BackScreen } from "./back_screen";
import { LazyCalendar, LazyPlanner, LazyRota } from "./calendar/lazy";
import { LazyConduct } from "./conduct/lazy";
import { DirectoryScreen } from "./directory/directory_screen";
import { EnterScreen } from "./enter_screen";
import { GoodnightScreen, HomeScreen } from "./home_screen";
import { LazyIncidents } from "./incidents/lazy";
import { RoomScreen } from "./room/room_screen";
import { RoomsScreen } from "./rooms_screen";
import { SignInScreen } from "./sign_in_screen";
import { StaffConsole } from "./staff/lazy";

type Shown = Route | { at: "goodnight" } | { at: "signed_out" };

export function App() {
  const speech = useLanguage();
  const [place, setPlace] = useState<Place | null>(readPlace);
  const [shown, setShown] = useState<Shown>(() => firstScreen(takeRoute(), readPlace()));

  useLayoutEffect(() => watchEscape(quickExit), []);
  useEffect(() => void readDirectory(), []);
  useEffect(() => {
    const moved = () => go(firstScreen(takeRoute(), readPlace()));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  useEffect(() => {
    if (place !== null && shown.at !== "enter" && shown.at !== "back") checkPlace(signedOut);
  }, []);

  const go = (next: Shown) => {
    showRoute(next.at === "goodnight" || next.at === "signed_out" ? { at: "home" } : next);
    setShown(next);
  };
  const forget = () => {
    forgetWayBack();
    forgetGuidelines();
    forgetPlace();
    forgetChoices();
    setPlace(null);
  };
  const signedOut = () => {
    forget();
    go({ at: "signed_out" });
  };
  const cameIn = (next: Place, onThisPhone: boolean) => {
    keepPlace(next, onThisPhone);
    setPlace(next);
    go(homeOf(next));
  };
  const leave = (next: Shown) => {
    revoke(place?.pageHalf ?? "");
    forget();
    go(next);
  };
  const cameBack = (next: Place, link: string) => {
    const onThisPhone = isOnThisPhone();
    forget();
    cameIn(next, onThisPhone);
    keepWayBack(link);
  };

  return (
    <SpeechContext.Provider value={speech}>
      {shown.at === "enter" && (
        <EnterScreen key={shown.secret} secret={shown.secret} onEntered={cameIn} onComeBack={(kept) => go(homeOf(kept))} />
      )}
      {shown.at === "back" && (
        <BackScreen
          key={shown.link}
          link={shown.link}
          onBack={(next) => cameBack(next, shown.link)}
          onStay={(kept) => go(homeOf(kept))}
        />
      )}
      {shown.at === "staff" && <SignInScreen onSignedIn={(next) => cameIn(next, false)} />}
      {(shown.at === "home" || shown.at === "signed_out") && (
        <HomeScreen
          signedOut={shown.at === "signed_out"}
          onDirectory={() => go({ at: "directory" })}
          onStaff={() => go({ at: "staff" })}
        />
      )}
      {shown.at === "directory" && <DirectoryScreen onBack={() => go(place === null ? { at: "home" } : homeOf(place))} />}
      {shown.at === "goodnight" && <GoodnightScreen />}
      {shown.at === "rooms" && place !== null && (
        <RoomsScreen
          place={place}
          onEnter={(room) => go({ at: "room", room })}
          onConsole={() => go({ at: "console" })}
          onWords={(room) => go({ at: "words", room })}
          onCalendar={() => go({ at: mayPlan(place.role) ? "plan" : "calendar" })}
          onIncidents={() => go({ at: "incidents" })}
          onRota={() => go({ at: "rota" })}
          onSignOut={() => leave({ at: "goodnight" })}
          onSignedOut={signedOut}
        />
      )}
      {shown.at === "console" && place !== null && isStaff(place.role) && (
        <StaffConsole
          place={place}
          onRooms={() => go({ at: "rooms" })}
          onWords={(room) => go({ at: "words", room, fromConsole: true })}
          onInside={inside}
          onSignedOut={signedOut}
        />
      )}
      {shown.at === "words" && place !== null && looksAfterRooms(place.role) && (
        <LazyConduct
          key={shown.room}
          room={shown.room}
          onBack={() => go({ at: shown.fromConsole === true ? "console" : "rooms" })}
          onSignedOut={signedOut}
        />
      )}
      {shown.at === "calendar" && place !== null && (
        <LazyCalendar
          place={place}
          needsPlace={shown.needsPlace === true}
          onBack={homeOf(place).at === "calendar" ? null : () => go(homeOf(place))}
          onSignOut={() => leave({ at: "goodnight" })}
          onEnter={(room) => go({ at: "room", room })}
          onInvited={(secret) => {
            keepLink(secret);
            go({ at: "enter", secret });
          }}
          onSignedOut={signedOut}
        />
      )}
      {shown.at === "plan" && place !== null && mayPlan(place.role) && (
        <LazyPlanner
          place={place}
          onBack={() => go({ at: "rooms" })}
          onList={() => go({ at: "calendar" })}
          onSignedOut={signedOut}
        />
      )}
      {shown.at === "incidents" && place !== null && isStaff(place.role) && (
        <LazyIncidents onBack={() => go({ at: "rooms" })} onSignedOut={signedOut} />
      )}
      {shown.at === "rota" && place !== null && isStaff(place.role) && (
        <LazyRota place={place} onBack={() => go({ at: "rooms" })} onSignedOut={signedOut} />
      )}
      {shown.at === "room" && place !== null && (
        <RoomScreen
          key={shown.room}
          room={shown.room}
          place={place}
          onInside={inside}
          onLeave={() => leave({ at: "goodnight" })}
          onRooms={() => go({ at: "rooms" })}
          onRoom={(room) => go({ at: "room", room })}
          onCalendar={(needsPlace = false) => go({ at: "calendar", needsPlace })}
          onOtherName={() => go({ at: "enter", secret: readLink() })}
          onSignedOut={signedOut}
        />
      )}
    </SpeechContext.Provider>
  );
}

// The invitation has done its work, and help may be wanted without a network from now on.
function inside(): void {
  keepLink("");
  keepShell();
}

function homeOf(place: Place): Route {
  if (place.room !== "") return { at: "room", room: place.room };
  return { at: isStaff(place.role) ? "rooms" : "calendar" }; // she came back by her own link, which opens no room
}

function firstScreen(route: Route, place: Place | null): Shown {
  if (route.at === "enter") {
    keepLink(route.secret);
    return route;
  }
  if (route.at === "staff" || route.at === "back" || route.at === "directory") return route;
  if (place !== null) return route.at === "home" ? homeOf(place) : route;
  const link = readLink();
  return link === "" ? { at: "home" } : { at: "enter", secret: link };
}

function checkPlace(gone: () => void): void {
  sessions.current({}).then(
    () => undefined,
    (error: unknown) => {
      if (isSignedOut(error)) gone();
    },
  );
}

function useLanguage(): Speech {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = wordsIn(language).documentTitle;
  }, [language]);
  return useMemo(
    () => ({
      language,
      t: wordsIn(language),
      change(next) {
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
}
