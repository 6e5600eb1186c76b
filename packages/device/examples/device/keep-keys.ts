// IndexedDB keeps keys, and no script can read them. localStorage and JSON lose them.
export async function keepKey(name: string, key: object): Promise<void> {
  await run("readwrite", (keys) => keys.put(key, name));
}

export async function findKey<Key>(name: string): Promise<Key | undefined> {
  return (await run("readonly", (keys) => keys.get(name))) as Key | undefined;
}

async function run(mode: IDBTransactionMode, act: (keys: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open("grid-keys", 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("keys"));
  const database = (await settle(opening)) as IDBDatabase;
  try {
    return await settle(act(database.transaction("keys", mode).objectStore("keys")));
  } finally {
    database.close();
  }
}

function settle(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
