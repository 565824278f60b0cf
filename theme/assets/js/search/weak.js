// Words of everyday speech that say little of what somebody is after, however few pages have them: time and number,
// size and age, coming and going, saying and thinking. They count, but less than what a question is about.
const WORDS = `
  actually ago alone although amount answer anyway apart asking away back bad basically begin beginning big bit bits
  bring brought call called came care certain clear clearly close come comes coming completely couple daily day days
  different directly door dozen dozens easy eight eighteen end ends enough entire especially everywhere exactly extra
  eye fact fairly far feel feels felt fifteen fifty fill finish first five forever forty forward four front full fully
  game goodbye great half hand hands happening happy hardly hear heard hold holding hope hoping hour hours hundred
  hundreds idea ideas immediately instead keep keeping keeps kept knew know knowing known knows large last late later
  leave leaves leaving left line list little live lives living long longer looked looks lose main matter matters mean
  means meant minute minutes moment moments month months morning mostly move moved moving name names nearly new nice
  night nine nobody nobodys none noone normal nothing number obvious obviously odd okay old open order otherwise page
  pages part parts person pick place places plenty point points possibly prefer pretty probably proper properly
  putting question quickly quite read real reason recently regularly right room round run running runs sat saying
  second send sending sends sense sent set sets setting seven shall shape side simple simply sit sits sitting six
  sixty small somehow sometimes soon spend spends spent stand stands start started starting starts stay straight
  suddenly supposed sure taken takes taking talk talking talks telling tells ten think thinking thinks third thirty
  thought thousand thousands three together top totally towards truly turn turned turning turns twelve twenty twice
  unless usual usually version wait week weeks whole wish wonder wondering word words worse worst worth wrong year
  years
`;

/** How much a weak word says beside another that as many pages have. */
export const WEAK = 0.7;

export const weakWords = new Set(WORDS.split(/\s+/).filter(Boolean));
