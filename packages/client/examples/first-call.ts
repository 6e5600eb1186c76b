import { createGridClient } from "@grid-sdk/client";

const grid = createGridClient(); // reads GRID_CLIENT_ID and GRID_CLIENT_SECRET
const { data } = await grid.challengeAuthCredential({ path: { id: "AuthMethod:1" } });

if (data.type === "EMAIL_OTP") console.log(data.nickname);
// example@lightspark.com: the API has mailed a code to the user
if (data.type === "PASSKEY") console.log(data.challenge);
// VjZ6o8KfE9V3q3LkR2nH5eZ6dM8yA1xW: the user's device signs this
