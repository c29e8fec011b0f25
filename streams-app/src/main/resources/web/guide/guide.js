import { apply } from '../theme.js';

apply();
