// The directory as a page of its own, for whoever is not in a room.
import { useSpeech } from "../../i18n/words";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import { DirectoryList } from "./directory_list";
import { useDirectory } from "./use_directory";

export function DirectoryScreen({ onBack }: { onBack: () => void }) {
  const { t } = useSpeech();
  const entries = useDirectory();
  const back = <BackButton words={t.back} onBack={onBack} />;
  return (
    <Screen title={t.directory.title} tools={back}>
      <DirectoryList entries={entries} under={1} />
    </Screen>
  );
}
