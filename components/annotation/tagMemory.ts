/** Where it is remembered; `storage.session` of the browser is one. */
export interface KeptValues {
  get(keys: string[]): Promise<{ [key: string]: unknown }>;
  set(values: { [key: string]: unknown }): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What tag fields remember from one to the next, whatever becomes of the page that they are on. */
export interface TagMemory {
  /** What was typed for a paper and not added, and the tags that were added last, the latest first. */
  recall(of: string | undefined): Promise<{ draft: string; recent: string[] }>;
  /** Keeps what is typed and not added. */
  keepDraft(of: string, draft: string): void;
  /** Tags were added. */
  added(tags: readonly string[]): void;
}

/** Tags that are remembered as added last. */
const MOST_RECENT = 5;

const RECENT = 'tags.recent';
const draftKey = (of: string): string => `tags.draft.${of}`;

/** See `TagMemory`. What cannot be kept is forgotten with its field: that costs a few letters and nothing stored. */
export function createTagMemory(values: KeptValues): TagMemory {
  const forget = (): void => {};
  let recent: string[] = [];
  return {
    async recall(of) {
      const draft = draftKey(of ?? '');
      const kept = await values
        .get([RECENT, draft])
        .catch(() => ({}) as { [key: string]: unknown });
      if (Array.isArray(kept[RECENT]))
        recent = kept[RECENT].filter((tag) => typeof tag === 'string');
      const typed = of === undefined ? undefined : kept[draft];
      return { draft: typeof typed === 'string' ? typed : '', recent };
    },
    keepDraft(of, draft) {
      const key = draftKey(of);
      void (draft === '' ? values.remove(key) : values.set({ [key]: draft })).catch(forget);
    },
    added(tags) {
      const others = recent.filter((tag) => !tags.includes(tag));
      recent = [...tags].reverse().concat(others).slice(0, MOST_RECENT);
      void values.set({ [RECENT]: recent }).catch(forget);
    },
  };
}

function ofThisPage(): KeptValues {
  const kept = new Map<string, unknown>();
  return {
    get: async (keys) => Object.fromEntries(keys.map((key) => [key, kept.get(key)])),
    async set(values) {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
    async remove(key) {
      kept.delete(key);
    },
  };
}

let memory = createTagMemory(ofThisPage());

/** The memory of all tag fields; of this page alone until an entrypoint says where it is. */
export function tagMemory(): TagMemory {
  return memory;
}

/** Says where tag fields remember; each entrypoint with such fields calls it once. */
export function keepTagMemoryIn(values: KeptValues): void {
  memory = createTagMemory(values);
}
