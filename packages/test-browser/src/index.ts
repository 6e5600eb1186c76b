export { addPasskeyDevice, type PasskeyDevice } from "./passkey-device.ts";
export { launchChromium } from "./launch-chromium.ts";
