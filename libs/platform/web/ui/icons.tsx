import {
  ArrowLeft,
  ArrowRight,
  Bell,
  Bookmark,
  CalendarDays,
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  CloudOff,
  DoorOpen,
  Download,
  Ellipsis,
  ExternalLink,
  Eye,
  FileText,
  Flag,
  Globe,
  House,
  Inbox,
  Info,
  Languages,
  Link2,
  ListFilter,
  Lock,
  LogIn,
  LogOut,
  MapPin,
  MessageSquareReply,
  Moon,
  Pencil,
  Plus,
  Quote,
  Scale,
  Search,
  Settings,
  ShieldCheck,
  SquarePen,
  Sun,
  SunMoon,
  Ticket,
  Trash2,
  TriangleAlert,
  Undo2,
  UserPlus,
  UserRound,
  Users,
  Building2,
  BookOpenText,
  X,
  type LucideIcon,
} from 'lucide-react';

interface IconProps {
  /** In pixels of the 24 grid. */
  size?: number;
}

/** One look for all: 1.75 stroke, the colour of the text, hidden from screen readers because a word stands beside it. */
function icon(Drawing: LucideIcon, mirrored = false) {
  return function Icon({ size = 20 }: IconProps) {
    return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" className={mirrored ? 'mirrored' : undefined} />;
  };
}

export const BackIcon = /* @__PURE__ */ icon(ArrowLeft, true);
export const ForwardIcon = /* @__PURE__ */ icon(ArrowRight, true);
export const BellIcon = /* @__PURE__ */ icon(Bell);
export const BookmarkIcon = /* @__PURE__ */ icon(Bookmark);
export const EventsIcon = /* @__PURE__ */ icon(CalendarDays);
export const CheckIcon = /* @__PURE__ */ icon(Check);
export const ChevronDownIcon = /* @__PURE__ */ icon(ChevronDown);
export const ChevronIcon = /* @__PURE__ */ icon(ChevronRight, true);
export const AlertIcon = /* @__PURE__ */ icon(CircleAlert);
export const SuccessIcon = /* @__PURE__ */ icon(CircleCheck);
export const HelpIcon = /* @__PURE__ */ icon(CircleHelp);
export const FailureIcon = /* @__PURE__ */ icon(CircleX);
export const ClockIcon = /* @__PURE__ */ icon(Clock);
export const OfflineIcon = /* @__PURE__ */ icon(CloudOff);
export const DownloadIcon = /* @__PURE__ */ icon(Download);
export const MoreIcon = /* @__PURE__ */ icon(Ellipsis);
export const ExternalIcon = /* @__PURE__ */ icon(ExternalLink, true);
export const EyeIcon = /* @__PURE__ */ icon(Eye);
export const FileIcon = /* @__PURE__ */ icon(FileText);
export const FlagIcon = /* @__PURE__ */ icon(Flag);
export const GlobeIcon = /* @__PURE__ */ icon(Globe);
export const HomeIcon = /* @__PURE__ */ icon(House);
export const InboxIcon = /* @__PURE__ */ icon(Inbox);
export const InfoIcon = /* @__PURE__ */ icon(Info);
export const LanguageIcon = /* @__PURE__ */ icon(Languages);
export const LinkIcon = /* @__PURE__ */ icon(Link2);
export const FilterIcon = /* @__PURE__ */ icon(ListFilter);
export const LockIcon = /* @__PURE__ */ icon(Lock);
export const SignInIcon = /* @__PURE__ */ icon(LogIn, true);
export const SignOutIcon = /* @__PURE__ */ icon(LogOut, true);
export const PlaceIcon = /* @__PURE__ */ icon(MapPin);
export const ReplyIcon = /* @__PURE__ */ icon(MessageSquareReply, true);
export const MoonIcon = /* @__PURE__ */ icon(Moon);
export const EditIcon = /* @__PURE__ */ icon(Pencil);
export const AddIcon = /* @__PURE__ */ icon(Plus);
export const QuoteIcon = /* @__PURE__ */ icon(Quote);
export const ModerationIcon = /* @__PURE__ */ icon(Scale);
export const SearchIcon = /* @__PURE__ */ icon(Search);
export const SettingsIcon = /* @__PURE__ */ icon(Settings);
export const ShieldIcon = /* @__PURE__ */ icon(ShieldCheck);
export const WriteIcon = /* @__PURE__ */ icon(SquarePen);
export const SunIcon = /* @__PURE__ */ icon(Sun);
export const ThemeIcon = /* @__PURE__ */ icon(SunMoon);
export const TicketIcon = /* @__PURE__ */ icon(Ticket);
export const RemoveIcon = /* @__PURE__ */ icon(Trash2);
export const WarningIcon = /* @__PURE__ */ icon(TriangleAlert);
export const UndoIcon = /* @__PURE__ */ icon(Undo2, true);
export const ApplicationsIcon = /* @__PURE__ */ icon(UserPlus);
export const PersonIcon = /* @__PURE__ */ icon(UserRound);
export const MembersIcon = /* @__PURE__ */ icon(Users);
export const SpacesIcon = /* @__PURE__ */ icon(DoorOpen);
export const CityIcon = /* @__PURE__ */ icon(Building2);
export const LessonIcon = /* @__PURE__ */ icon(BookOpenText);
export const CloseIcon = /* @__PURE__ */ icon(X);
