// A list that comes in pages, whole. There is an end to it, so that nothing is asked for ever.
export const pages_max = 50;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextPageToken: string;
}

export async function allOf<Row>(ask: (pageToken: string) => Promise<Page<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  let pageToken = "";
  let pages = 0;
  do {
    const page = await ask(pageToken);
    all.push(...page.rows);
    pageToken = page.nextPageToken;
    pages += 1;
  } while (pageToken !== "" && pages < pages_max);
  return all;
}
