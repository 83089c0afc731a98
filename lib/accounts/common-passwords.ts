// Long passwords that guessers try first. Shorter favourites need no list: the 12 characters refuse them.

/** Compared in lower case, spaces removed. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  '123456654321', '123456789012', '1234567890123', '12345678901234', '123456789qwe', '123456qwerty', '123qweasdzxc', '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u', '1q2w3e4r5t6y7u8i', '1qaz2wsx3edc', '1qaz2wsx3edc4rfv', '1qazxsw23edc', '111111222222', '112233445566', '121212121212',
  '987654321098', 'abc123abc123', 'abcd1234abcd', 'abcdefg12345', 'abcdefgh1234', 'abcdefghijkl', 'access123456', 'admin1234567',
  'admin12345678', 'admin123456789', 'adminadmin12', 'adminadminadmin', 'administrator', 'administrator1', 'asdfasdfasdf', 'asdfghjkl123',
  'asdfghjkl;123', 'asdfghjklqwerty', 'changeme1234', 'changemeplease', 'changemenow1', 'chocolate123', 'computer1234', 'correcthorse',
  'correcthorsebattery', 'correcthorsebatterystaple', 'default12345', 'football1234', 'gfhjkmgfhjkm', 'iloveyou1234', 'iloveyou12345',
  'iloveyouforever', 'iloveyousomuch', 'incorrecthorse', 'islamabad123', 'islamabad1234', 'kabul1234567', 'karachi12345', 'lahore123456',
  'leavemealone', 'letmein12345', 'letmein123456', 'letmeinplease', 'liverpool123', 'manchester123', 'manchesterunited', 'michael12345',
  'monkey123456', 'motherfucker', 'mypassword12', 'mypassword123', 'mypassword1234', 'newpassword1', 'newpassword12', 'newpassword123',
  'nopassword12', 'p@ssw0rd1234', 'p@ssword1234', 'p@ssw0rd12345', 'pa$$w0rd1234', 'pakistan1234', 'pakistan12345', 'pakistan123456',
  'pakistanzindabad', 'afghanistan1', 'afghanistan12', 'afghanistan123', 'bismillah123', 'bismillah786', 'peshawar1234', 'passw0rd1234',
  'passw0rd12345', 'password1234', 'password12345', 'password123456', 'password1234567', 'password12345678', 'password123456789',
  'passwordpassword', 'password!234', 'password@123', 'password@1234', 'password2024', 'password2025', 'password2026', 'password2027',
  'q1w2e3r4t5y6', 'q1w2e3r4t5y6u7', 'qazwsxedc123', 'qazwsxedcrfv', 'qazwsxedcrfvtgb', 'qwerasdfzxcv', 'qwerty123456', 'qwerty1234567',
  'qwerty12345678', 'qwerty123456789', 'qwertyqwerty', 'qwertyuiop12', 'qwertyuiop123', 'qwertyuiop1234', 'qwertyuiopasdf',
  'qwertyuiopasdfghjkl', 'rawalpindi123', 'secret123456', 'sonyericsson', 'starwars1234', 'summer2024!!', 'summer2025!!', 'summer2026!!',
  'sunshine1234', 'superman1234', 'temp12345678', 'temporary123', 'test12345678', 'testtesttest', 'thisismypassword', 'trustno1trustno1',
  'welcome12345', 'welcome123456', 'welcome2024!', 'welcome2025!', 'welcome2026!', 'whatever1234', 'winter2025!!', 'winter2026!!',
  'zaq12wsxcde3', 'zxcasdqwe123', 'zxcvbnm12345', 'zxcvbnmasdfghjkl',
]);

/** Words everybody who knows this product would try; a password may hold one, but not be made of them. */
export const PRODUCT_WORDS: readonly string[] = [
  'frontierledger', 'frontier', 'ledger', 'pakistan', 'afghanistan', 'torkham', 'chaman', 'durand', 'border', 'admin', 'editor', 'reviewer', 'password', 'welcome',
];
