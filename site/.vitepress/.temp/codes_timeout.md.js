import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"timeout","description":"what the message names took too long.","frontmatter":{"title":"timeout","description":"what the message names took too long.","code":"timeout","prev":false,"next":false},"headers":[],"relativePath":"codes/timeout.md","filePath":"codes/timeout.md"}');
const _sfc_main = { name: "codes/timeout.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="timeout" tabindex="-1">timeout <a class="header-anchor" href="#timeout" aria-label="Permalink to &quot;timeout&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/timeout.html">中文</a></p><h2 id="the-client-in-the-app-gets-no-ticket" tabindex="-1">The client in the app gets no ticket <a class="header-anchor" href="#the-client-in-the-app-gets-no-ticket" aria-label="Permalink to &quot;The client in the app gets no ticket&quot;">​</a></h2><p>what the message names took too long</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/timeout.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const timeout = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  timeout as default
};
