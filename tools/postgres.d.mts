export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Whether it ran already. */
  readonly joined: boolean;
  url(database: string): string;
  /** Ends it unless somebody else uses it. */
  stop(): Promise<void>;
}

export function startPostgres(options: { home: string; tests?: boolean; say?: (line: string) => void }): Promise<Server>;

/** Makes the database when it is missing; returns its address. */
export function ensureDatabase(server: Server, name: string): Promise<string>;
