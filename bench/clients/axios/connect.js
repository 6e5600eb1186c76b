import axios from "axios";
import axiosRetry from "axios-retry";

export function connectAxios(baseURL, adapter) {
  const auth = { username: "bench-id", password: "bench-secret" };
  const instance = axios.create({ baseURL, auth, adapter, timeout: 30_000 });
  axiosRetry(instance, { retries: 2, retryDelay: axiosRetry.exponentialDelay });
  return instance;
}
