import { existsSync } from "node:fs";
import { link, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 100;

/**
 * Makes a folder if it does not exist yet. Processes that ask at the same time wait for the first one.
 *
 * `make` gets an empty folder to fill. It becomes `folder` by one rename, so `folder` is complete or absent. If `make`
 * fails, nothing stays behind, and the next process that waits tries again.
 */
export async function makeOnce(folder: string, make: (staging: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!(await acquireLock(lock))) {
      await sleep(PAUSE_MS);
      continue;
    }
    try {
      await removeLeftovers(folder);
      if (!existsSync(folder)) await makeAndRename(folder, make);
    } finally {
      await rm(lock, { force: true });
    }
  }
}

async function makeAndRename(folder: string, make: (staging: string) => Promise<void>): Promise<void> {
  const staging = await mkdtemp(`${folder}.staging-`);
  try {
    await make(staging);
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Gets the lock, or removes the lock of a process that has died. A hard link appears at once, with its content. */
async function acquireLock(lock: string): Promise<boolean> {
  const own = `${lock}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lock);
    return true;
  } catch {
    const holder = await readFile(lock, "utf8").catch(() => undefined);
    if (holder !== undefined && !isAlive(Number(holder))) await rm(lock, { force: true });
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes what a killed process left in a half-filled folder. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const leftovers = names.filter((name) => name.startsWith(`${basename(folder)}.staging-`));
  await Promise.all(leftovers.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}
