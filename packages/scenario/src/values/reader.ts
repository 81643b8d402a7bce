/** Notes what is wrong with a value: a sentence without subject, and where below the value, if not at it. */
export type Report = (message: string, at?: readonly (string | number)[]) => void;

/** Reads one written value: text, or plain maps and lists of text. Returns undefined after at least one report. */
export type Reader<T> = (raw: unknown, report: Report) => T | undefined;

/** A report on something below `key`. */
export function below(report: Report, ...keys: readonly (string | number)[]): Report {
  return (message, at = []) => report(message, [...keys, ...at]);
}

export type PlainMap = Readonly<Record<string, unknown>>;

export function isMap(raw: unknown): raw is PlainMap {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
