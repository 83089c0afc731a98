import { format } from 'node:util';
import pino, { type Logger } from 'pino';
import { env } from './env';
import { scrub } from './scrub';

// One line of JSON an event in production, a readable one in development. Whatever is written goes through here, the framework's words too,
// so that nothing that looks like a secret or a person's address gets out.

export type Level = 'debug' | 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, unknown>>;

interface Log {
  readonly logger: Logger;
  /** Told the name of every event, for the operators' figures. */
  onEvent: ((event: string) => void) | null;
}

const holder = globalThis as typeof globalThis & { frontierLedgerLog?: Log };
const SENSITIVE = /^(.*(password|secret|token|cookie|authori[sz]ation|credential|e-?mail|hash)|ip|peer|address|params|headers|body)$/i;

function log(): Log {
  return (holder.frontierLedgerLog ??= { logger: makeLogger(), onEvent: null });
}

/** Writes one event; `event` is a name of ours, of which there are few. */
export function logEvent(level: Level, event: string, fields: Fields = {}): void {
  const { logger, onEvent } = log();
  onEvent?.(event);
  logger[level]({ event, ...cleaned(fields) });
}

export function listenToEvents(listener: (event: string) => void): void {
  log().onEvent = listener;
}

/** Before the process ends: what was written last is out. */
export function flushLog(): void {
  holder.frontierLedgerLog?.logger.flush();
}

/** From now on what is written to the console becomes an event: our own lines of JSON as they are, words as `message`. */
export function takeConsole(): void {
  const levels = { log: 'info', info: 'info', warn: 'warn', error: 'error', debug: 'debug' } as const;
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[name] = (...said: unknown[]) => {
      const own = said.length === 1 ? ownEvent(said[0]) : null;
      if (own !== null) return logEvent(levels[name], own.event, own.fields);
      const message = format(...said).trim();
      if (message !== '') logEvent(levels[name], 'said', { message });
    };
  }
}

function ownEvent(said: unknown): { event: string; fields: Fields } | null {
  if (typeof said !== 'string' || !said.startsWith('{"event":')) return null;
  try {
    const { event, ...fields } = JSON.parse(said) as Record<string, unknown>;
    return typeof event === 'string' ? { event, fields } : null;
  } catch {
    return null;
  }
}

function cleaned(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (SENSITIVE.test(name) ? [] : [[name, cleanedValue(value)]])));
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string') return scrub(value);
  if (value instanceof Error) return scrub(`${value.name}: ${value.message}`);
  if (Array.isArray(value)) return value.slice(0, 50).map(cleanedValue);
  return typeof value === 'object' && value !== null ? cleaned(value as Fields) : value;
}

function makeLogger(): Logger {
  const { nodeEnv, logLevel } = env();
  const options = { level: logLevel, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label: string) => ({ level: label }) } };
  if (nodeEnv !== 'production') return pino(options, { write: (line) => void process.stdout.write(readable(line)) });
  return pino(options, pino.destination({ fd: 1, sync: false }));
}

/** `12:30:05 warn database-away release=4 cause=...` */
function readable(line: string): string {
  const { time, level, event, pid: _pid, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(fields).map(([name, value]) => (name === 'message' ? String(value) : `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`));
  return `${String(time).slice(11, 19)} ${String(level)} ${event === 'said' ? '' : `${String(event)} `}${rest.join(' ')}\n`;
}
