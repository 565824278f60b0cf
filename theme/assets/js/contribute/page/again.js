export const again = async () => {};
