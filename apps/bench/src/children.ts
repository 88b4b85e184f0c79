import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Child {
  process: ChildProcess;
  /** What followed the word `ready` on its line. */
  said: string;
  /** Milliseconds from its start to the word `ready`. */
  readyAfter: number;
  /** MiB of resident memory, from /proc; NaN where there is none. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a program of ours and waits until it prints a line that begins with `ready`. */
export function startChild(file: string, environment: Record<string, string>): Promise<Child> {
  const began = performance.now();
  const { CI: _ci, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], { env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let output = '';
    const collect = (text: string) => {
      output = (output + text).slice(-20_000);
      const line = /^ready(.*)$/m.exec(output);
      if (!line) return;
      resolve({
        process: child,
        said: line[1]!.trim(),
        readyAfter: performance.now() - began,
        memory: () => memoryOf(child.pid!),
        stop: () => new Promise((done) => {
          if (child.exitCode !== null) return done();
          child.once('exit', () => done());
          child.kill('SIGTERM');
          setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
        }),
      });
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}:\n${output}`)));
  });
}

function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
