// The figures of the last so many days, and the same as a file.
import { useEffect, useState } from "preact/hooks";
import { ownZone } from "../../calendar/zones";
import type { Language } from "../../i18n/words";
import type { ListFiguresResponse } from "../../protocol/generated/nightlight/api/v1/figures_pb";
import { figures } from "../../session/figures_api";

const day_ms = 86_400_000;

function lately(days: number) {
  const now = Date.now();
  return { fromMs: BigInt(now - days * day_ms), toMs: BigInt(now + 1) };
}

export function useFigures(days: number, onFailed: (error: unknown) => void): ListFiguresResponse | null {
  const [found, setFound] = useState<ListFiguresResponse | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    figures.list(lately(days)).then(
      (answer) => {
        if (wanted) setFound(answer);
      },
      (error: unknown) => {
        if (wanted) onFailed(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [days]);
  return found;
}

export async function saveTable(days: number, byWeek: boolean, language: Language): Promise<void> {
  const wanted = { ...lately(days), zone: ownZone(), byWeek, language };
  const { csv, mediaType, fileName } = await figures.export(wanted);
  const link = document.createElement("a");
  // The mark at its beginning is how spreadsheets know that it is UTF-8.
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv], { type: mediaType }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
