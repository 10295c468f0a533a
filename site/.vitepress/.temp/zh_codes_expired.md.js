import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"expired","description":"票据已过期. 向业务服务端获取新的票据，再用它登录。","frontmatter":{"title":"expired","description":"票据已过期. 向业务服务端获取新的票据，再用它登录。","code":"expired","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/expired.md","filePath":"zh/codes/expired.md"}');
const _sfc_main = { name: "zh/codes/expired.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="expired" tabindex="-1">expired <a class="header-anchor" href="#expired" aria-label="Permalink to &quot;expired&quot;">​</a></h1><p><a href="/usersig/codes/expired.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>票据已过期</p><p><strong>处理办法:</strong> 向业务服务端获取新的票据，再用它登录。</p><p>腾讯云服务端对此返回 <a href="./70001.html">70001</a>。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/expired.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const expired = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  expired as default
};
