import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_body","description":"not a JSON object, or it holds more than roomId or strRoomId.","frontmatter":{"title":"invalid_body","description":"not a JSON object, or it holds more than roomId or strRoomId.","code":"invalid_body","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_body.md","filePath":"codes/invalid_body.md"}');
const _sfc_main = { name: "codes/invalid_body.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_body" tabindex="-1">invalid_body <a class="header-anchor" href="#invalid_body" aria-label="Permalink to &quot;invalid\\_body&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_body.html">中文</a></p><h2 id="an-endpoint-or-a-guard-refuses-a-request" tabindex="-1">An endpoint or a guard refuses a request <a class="header-anchor" href="#an-endpoint-or-a-guard-refuses-a-request" aria-label="Permalink to &quot;An endpoint or a guard refuses a request&quot;">​</a></h2><p>not a JSON object, or it holds more than <code>roomId</code> or <code>strRoomId</code></p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_body.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_body = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_body as default
};
