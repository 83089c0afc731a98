import { openFreshEmbedded } from '../fixtures/databases';
import { testRandomEdits } from '../fixtures/random-edits';

testRandomEdits('PGlite', openFreshEmbedded);
